package org.vigie.casework;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * The browser Chromium, used by keyboard alone and watched: which hosts it asks, what it executes
 * of {@link HostileTexts}, and what a page's Content-Security-Policy had to forbid.
 */
public final class Chromium implements AutoCloseable {
  /** More stops than any page has. */
  private static final int MOST_STOPS = 500;

  /** Several at a time: each time that the browser is asked takes longer than a key. */
  private static final String TABS = Keys.TAB.toString().repeat(8);

  /** Returns whether what a selector names has the focus; else lets Tab do nothing once it has. */
  private static final String STOP_AT =
      """
      const selector = arguments[0];
      const isThere = () => document.activeElement.matches(selector);
      removeEventListener('keydown', window.stopTab, true);
      if (isThere()) {
        return true;
      }
      window.stopTab = event => {
        if (event.key === 'Tab' && isThere()) {
          event.preventDefault();
        }
      };
      addEventListener('keydown', window.stopTab, true);
      return false;
      """;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The function that hostile texts call, and the ear for what a policy forbids. */
  private static final String WATCH =
      "window.executions = 0; window.x = () => { window.executions++; }; window.forbidden = [];"
          + " document.addEventListener('securitypolicyviolation',"
          + " e => window.forbidden.push(e.violatedDirective + ' ' + e.blockedURI), true);";

  private final CanaryHost canary;
  private final ChromeDriver driver;

  private Chromium(CanaryHost canary, ChromeDriver driver) {
    this.canary = canary;
    this.driver = driver;
    driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", WATCH));
    driver.manage().timeouts().scriptTimeout(PATIENCE);
  }

  /**
   * Starts a browser whose user reads a language; where none is installed, skips the test, or fails
   * it if {@code VIGIE_BROWSER} is {@code required}, as {@code .ci/run} sets it.
   */
  public static Chromium reading(String language) throws IOException {
    Optional<Path> browser = installed("chromium");
    Optional<Path> chromedriver = installed("chromedriver");
    requireInstalled(
        browser.isPresent() && chromedriver.isPresent(),
        System.getenv().getOrDefault("VIGIE_BROWSER", ""));
    CanaryHost canary = new CanaryHost();
    return new Chromium(
        canary,
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.orElseThrow().toFile())
                .withEnvironment(Map.of("LANGUAGE", language))
                .build(),
            options(browser.orElseThrow(), canary, language)));
  }

  /** Ends a test for want of a browser: as failed where one is required, else as skipped. */
  public static void requireInstalled(boolean isInstalled, String demand) {
    String hindrance =
        "chromium and chromedriver must be installed for the browser tests"
            + " (apt-get install chromium chromium-driver)";
    if (!isInstalled && demand.equals("required")) {
      throw new AssertionError(hindrance);
    }
    assumeTrue(isInstalled, hindrance);
  }

  private static ChromeOptions options(Path browser, CanaryHost canary, String language) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(browser.toFile());
    options.addArguments(
        "--headless=new",
        "--window-size=1280,900",
        "--accept-lang=" + language,
        "--host-resolver-rules=" + canary.rules(),
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--disable-dev-shm-usage");
    if (System.getProperty("user.name").equals("root")) {
      // Chromium refuses to run as root within its sandbox.
      options.addArguments("--no-sandbox");
    }
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    return options;
  }

  private static Optional<Path> installed(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  public void open(String address) {
    driver.get(address);
  }

  /** Returns the path of the page that is shown. */
  public String path() {
    return URI.create(driver.getCurrentUrl()).getPath();
  }

  /** Returns the text of the page as a reader sees it. */
  public String text() {
    return String.valueOf(run("return document.body.innerText"));
  }

  public Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** Runs a script that hands its result to its last argument. */
  public Object runAndWait(String script, Object... arguments) {
    return driver.executeAsyncScript(script, arguments);
  }

  /** Presses Tab until what a selector names has the focus; what is pressed then does nothing. */
  public Chromium tabTo(String selector) {
    for (int i = 0; i < MOST_STOPS; i += TABS.length()) {
      if (Boolean.TRUE.equals(run(STOP_AT, selector))) {
        return this;
      }
      type(TABS);
    }
    throw new AssertionError(selector + " must be reached by Tab on " + path() + ", but wasn't");
  }

  /** Goes to a list of choices by Tab and through it by arrow until a value is chosen. */
  public Chromium choose(String selector, String value) {
    tabTo(selector).type(Keys.HOME);
    for (int i = 0; i < MOST_STOPS; i++) {
      if (value.equals(run("return document.activeElement.value"))) {
        return this;
      }
      type(Keys.ARROW_DOWN);
    }
    throw new AssertionError(value + " must be one of the choices of " + selector);
  }

  /** Puts a file into a field for one, as the dialogue does that a browser opens for it. */
  public Chromium attach(String selector, Path file) {
    driver.findElement(By.cssSelector(selector)).sendKeys(file.toAbsolutePath().toString());
    return this;
  }

  /** Types into what has the focus. */
  public Chromium type(CharSequence keys) {
    new Actions(driver).sendKeys(keys).perform();
    return this;
  }

  /** Presses Enter and waits for the page that comes of it. */
  public void enter() {
    run("window.isOld = true");
    type(Keys.ENTER);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!Boolean.TRUE.equals(
        run("return !window.isOld && document.readyState === 'complete'"))) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Enter must lead to a page from " + path() + ", but didn't");
      }
    }
  }

  /** Waits until a script returns true. */
  public void await(String script) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!Boolean.TRUE.equals(run(script))) {
      if (System.nanoTime() > end) {
        throw new AssertionError(script + " must become true on " + path() + ", but didn't");
      }
    }
  }

  /**
   * Shows pages in a window of some width, to a reader who prefers {@code light} or {@code dark}.
   */
  public void lookAs(int width, String scheme) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  public void screenshot(Path file) throws IOException {
    Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
  }

  /** Returns how often a hostile text of this page was executed. */
  public long executions() {
    return (Long) run("return window.executions");
  }

  /** Returns what the policy of this page had to forbid it. */
  public List<?> forbidden() {
    return (List<?>) run("return window.forbidden");
  }

  /** Returns each host that was asked for since this was last called, answered or not. */
  public Set<String> hostsAsked() throws IOException {
    Set<String> hosts = new TreeSet<>();
    for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
      JsonNode message = JSON.readTree(entry.getMessage()).path("message");
      if (message.path("method").asText().equals("Network.requestWillBeSent")) {
        String address = message.path("params").path("request").path("url").asText();
        if (!address.startsWith("data:")) {
          hosts.add(String.valueOf(URI.create(address).getHost()));
        }
      }
    }
    return hosts;
  }

  /** Returns how many connections were made to hosts other than this machine. */
  public int connectionsElsewhere() {
    return canary.connections();
  }

  @Override
  public void close() throws IOException {
    driver.quit();
    canary.close();
  }
}
