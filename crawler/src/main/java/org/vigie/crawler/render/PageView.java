package org.vigie.crawler.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.vigie.capture.warc.Exchange;

/** One page in a browser: loads it, answers what it asks for, and takes its document. */
final class PageView {
  private final Browser browser;
  private final PageRequests requests;
  private final RenderLimits limits;
  private final Clock clock;
  private final long end;
  private String session = "";
  private String version = "";
  private boolean loaded;

  PageView(Browser browser, PageRequests requests, RenderLimits limits, Clock clock) {
    this.browser = browser;
    this.requests = requests;
    this.limits = limits;
    this.clock = clock;
    this.end = System.nanoTime() + limits.time().toNanos();
  }

  RenderedPage take(Exchange page) throws RenderException, InterruptedException {
    String target = open();
    requests.belongTo(target);
    browser.send(session, "Page.navigate", Browser.parameters().put("url", page.url()));
    awaitQuiet();
    byte[] html = document();
    Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new RenderedPage(html, at, requests.refused(), version);
  }

  /** All requests of all targets are held from here on, before there is any. */
  private String open() throws RenderException, InterruptedException {
    ObjectNode all = Browser.parameters();
    all.putArray("patterns").addObject().put("urlPattern", "*");
    call("", "Fetch.enable", all);
    version = call("", "Browser.getVersion", Browser.parameters()).path("product").asText();
    // What a page stores stays in memory there, where it counts against the limit.
    String context =
        call("", "Target.createBrowserContext", Browser.parameters())
            .path("browserContextId")
            .asText();
    call(
        "",
        "Browser.setDownloadBehavior",
        Browser.parameters().put("behavior", "deny").put("browserContextId", context));
    JsonNode created =
        call(
            "",
            "Target.createTarget",
            Browser.parameters().put("url", "about:blank").put("browserContextId", context));
    String target = created.path("targetId").asText();
    JsonNode attached =
        call(
            "",
            "Target.attachToTarget",
            Browser.parameters().put("targetId", target).put("flatten", true));
    session = attached.path("sessionId").asText();
    call(session, "Page.enable", Browser.parameters());
    call(session, "Inspector.enable", Browser.parameters());
    return target;
  }

  /** A page that never comes to rest is taken as it is when its time is up. */
  private void awaitQuiet() throws RenderException, InterruptedException {
    long busy = System.nanoTime();
    for (long now = busy; now < end; now = System.nanoTime()) {
      long rest = limits.quiet().toNanos() - (now - busy);
      if (loaded && rest <= 0) {
        return;
      }
      JsonNode message = browser.poll(loaded ? Math.min(rest, end - now) : end - now);
      if (message != null && handle(message)) {
        busy = System.nanoTime();
      }
    }
  }

  /** The browser's own view of it, which no script of the page can change. */
  private byte[] document() throws RenderException, InterruptedException {
    JsonNode root = call(session, "DOM.getDocument", Browser.parameters().put("depth", 0));
    JsonNode outer =
        call(
            session,
            "DOM.getOuterHTML",
            Browser.parameters().put("nodeId", root.path("root").path("nodeId").asInt()));
    byte[] html = outer.path("outerHTML").asText().getBytes(UTF_8);
    if (html.length > limits.documentBytes()) {
      throw new RenderException(
          RenderException.Kind.TOO_LARGE,
          "a document may have %d bytes at most, but has %d"
              .formatted(limits.documentBytes(), html.length));
    }
    return html;
  }

  private JsonNode call(String of, String method, ObjectNode parameters)
      throws RenderException, InterruptedException {
    int id = browser.send(of, method, parameters);
    while (true) {
      // Whoever waits too long is killed, and then there is no next.
      JsonNode message = browser.poll(Long.MAX_VALUE);
      if (message == null) {
        continue;
      }
      if (message.path("id").asInt() == id) {
        return result(method, message);
      }
      handle(message);
    }
  }

  private static JsonNode result(String method, JsonNode message) throws RenderException {
    JsonNode error = message.get("error");
    if (error != null) {
      throw new RenderException(
          RenderException.Kind.CRASHED,
          method + " must succeed, but brought " + error.path("code").asText());
    }
    return message.path("result");
  }

  /** Returns whether the page did something. */
  private boolean handle(JsonNode message) throws RenderException, InterruptedException {
    if (message.path("result").has("errorText")) {
      throw new RenderException(
          RenderException.Kind.CRASHED, "a page must be given whole to the browser, but was not");
    }
    JsonNode event = message.path("params");
    switch (message.path("method").asText()) {
      case "Fetch.requestPaused" -> {
        PageRequests.Reply reply = requests.reply(event, end - System.nanoTime());
        browser.send("", reply.method(), reply.parameters());
        return true;
      }
      // A page that tries to leave before it is loaded has stopped without that event.
      case "Page.loadEventFired", "Page.frameStoppedLoading" -> {
        loaded |= requests.isPage(event.path("frameId").asText(""));
        return true;
      }
      case "Page.javascriptDialogOpening" ->
          browser.send(
              session, "Page.handleJavaScriptDialog", Browser.parameters().put("accept", false));
      case "Inspector.targetCrashed" ->
          throw new RenderException(
              RenderException.Kind.CRASHED, "the process of a page must live, but crashed");
      default -> {}
    }
    return false;
  }
}
