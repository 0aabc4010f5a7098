package org.vigie.crawler.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.vigie.capture.warc.ContentCoding;
import org.vigie.capture.warc.Exchange;
import org.vigie.capture.warc.HeaderLine;
import org.vigie.capture.warc.UnsupportedCodingException;
import org.vigie.crawler.frontier.CrawlOutcome;

/**
 * The requests of one page under way, answered or refused one at a time.
 *
 * <p>The page itself is answered with what was fetched of it before. A script, a style sheet or
 * data that a script asks for go through the filter. All else is refused without a look: pictures,
 * fonts, frames, workers, a second document in place of the page, whatever is sent elsewhere.
 */
final class PageRequests {
  private static final Set<String> WANTED = Set.of("Script", "Stylesheet", "XHR", "Fetch");

  /** Cookies, caches and what else a header may ask a browser for stay out. */
  private static final Set<String> HEADERS =
      Set.of(
          "content-type",
          "content-security-policy",
          "x-content-type-options",
          "access-control-allow-origin",
          "access-control-allow-credentials",
          "access-control-expose-headers",
          "location");

  private final Exchange page;
  private final RequestFilter filter;
  private final RenderLimits limits;
  private final Map<String, Long> refused = new TreeMap<>();
  private String frame = "";
  private boolean pageGiven;
  private int asked;

  PageRequests(Exchange page, RequestFilter filter, RenderLimits limits) {
    this.page = page;
    this.filter = filter;
    this.limits = limits;
  }

  /** A command that ends the waiting of a request. */
  record Reply(String method, ObjectNode parameters) {}

  /** Says which frame is the page. */
  void belongTo(String frameId) {
    frame = frameId;
  }

  /** Returns whether the page was given, and a frame, if one is named, is the page. */
  boolean isPage(String frameId) {
    return pageGiven && (frameId.isEmpty() || frameId.equals(frame));
  }

  Map<String, Long> refused() {
    return Map.copyOf(refused);
  }

  /**
   * Returns what a request is to be told.
   *
   * @param longest the time that is left, in nanoseconds
   */
  Reply reply(JsonNode paused, long longest) throws InterruptedException {
    String id = paused.path("requestId").asText();
    try {
      return fulfilled(id, answer(paused, longest));
    } catch (RefusedRequestException e) {
      refused.merge(e.outcome(), 1L, Long::sum);
      // A page whose next document is aborted stays as it is.
      return new Reply(
          "Fetch.failRequest",
          Browser.parameters().put("requestId", id).put("errorReason", "Aborted"));
    }
  }

  private Exchange answer(JsonNode paused, long longest)
      throws RefusedRequestException, InterruptedException {
    JsonNode request = paused.path("request");
    String type = paused.path("resourceType").asText();
    if (!pageGiven && type.equals("Document") && paused.path("frameId").asText().equals(frame)) {
      pageGiven = true;
      return page;
    }
    if (!WANTED.contains(type) || isServiceWorker(request)) {
      throw new RefusedRequestException("not-needed");
    }
    if (!request.path("method").asText().equals("GET")) {
      throw new RefusedRequestException("not-a-get");
    }
    if (asked >= limits.requests() || longest <= 0) {
      throw new RefusedRequestException(CrawlOutcome.BUDGET_SPENT);
    }
    asked++;
    Exchange exchange = filter.get(request.path("url").asText(), longest);
    if (exchange.response().truncated()) {
      throw new RefusedRequestException("too-large");
    }
    return exchange;
  }

  private static boolean isServiceWorker(JsonNode request) {
    return request.path("headers").has("Service-Worker");
  }

  /** Codings are undone here, within bounds: the browser has none. */
  private Reply fulfilled(String id, Exchange exchange) throws RefusedRequestException {
    ObjectNode parameters = Browser.parameters();
    parameters.put("requestId", id).put("responseCode", exchange.response().status());
    ArrayNode headers = parameters.putArray("responseHeaders");
    String coding = "";
    for (HeaderLine line : exchange.response().headers()) {
      String name = line.name().toLowerCase(Locale.ROOT);
      if (HEADERS.contains(name)) {
        headers.addObject().put("name", name).put("value", line.value());
      } else if (name.equals("content-encoding")) {
        coding = line.value();
      }
    }
    try {
      ContentCoding.Decoded body =
          ContentCoding.undo(exchange.response().body(), coding, limits.documentBytes());
      if (body.truncated()) {
        throw new RefusedRequestException("too-large");
      }
      parameters.put("body", Base64.getEncoder().encodeToString(body.bytes()));
    } catch (UnsupportedCodingException e) {
      throw new RefusedRequestException("unreadable-coding");
    }
    return new Reply("Fetch.fulfillRequest", parameters);
  }
}
