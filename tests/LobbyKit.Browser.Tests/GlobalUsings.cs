global using LobbyKit.Browser.Tests.Browsing;
global using LobbyKit.Browser.Tests.Steps;
global using Microsoft.Playwright;
global using Xunit;
global using static Microsoft.Playwright.Assertions;
