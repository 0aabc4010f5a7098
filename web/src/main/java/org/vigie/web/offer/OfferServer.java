package org.vigie.web.offer;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.server.HttpConfiguration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.casework.people.RateLimit;
import org.vigie.files.failure.FaultPlaces;
import org.vigie.web.Floods;
import org.vigie.web.Listening;
import org.vigie.web.SecurityHeaders;

/**
 * The offer checker over HTTP: one page, without accounts, database or workspace. What is sent is
 * read and forgotten; neither a file nor the log ever holds it.
 */
public final class OfferServer implements AutoCloseable {
  /** UTF-16 units of a text: the longest of 6,181 public adverts had 16,519. */
  public static final int MOST_CHARACTERS = 20_000;

  private static final Logger LOG = LoggerFactory.getLogger(OfferServer.class);

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final int MOST_READERS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Nothing but the page's own style is loaded, and nothing is sent but its form. */
  private static final Map<String, String> HEADERS =
      SecurityHeaders.loading("style-src 'self'; form-action 'self'");

  private final OfferLanguages languages;
  private final OfferPage page;
  private final OfferReaders readers;
  private final RateLimit limit;
  private final String style;
  private final Javalin javalin;

  /**
   * What a server needs.
   *
   * @param host address to listen on
   * @param port port to listen on; 0 for any that is free
   * @param models folder of the models that {@code vigie assess} reads
   * @param helplines whom to call
   * @param perMinute texts that one address may send in a minute, at least 1
   */
  public record Dependencies(
      String host, int port, Path models, List<Helpline> helplines, int perMinute, Clock clock) {
    public Dependencies {
      helplines = List.copyOf(helplines);
    }
  }

  private OfferServer(Dependencies needs) throws IOException {
    this.languages = OfferLanguages.load();
    this.page = new OfferPage(languages.all(), needs.helplines());
    int count = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_READERS);
    this.readers = OfferReaders.load(needs.models(), count, PATIENCE);
    this.limit = new RateLimit(needs.perMinute(), needs.clock());
    this.style = Resource.text("offer.css");
    this.javalin =
        Javalin.create(config -> {
          config.startup.showJavalinBanner = false;
          config.startup.showOldJavalinVersionWarning = false;
          config.startup.startupWatcherEnabled = false;
          config.jetty.host = needs.host();
          config.jetty.port = needs.port();
          config.jetty.modifyHttpConfiguration(OfferServer::tellNothing);
          config.jetty.modifyServer(Floods::bound);
          config.http.maxRequestSize = OfferForm.MOST_BYTES;
          config.routes.before(context -> HEADERS.forEach(context::header));
          config.routes.get("/", context -> show(context, 200, page.form(language(context))));
          config.routes.post("/", this::answer);
          config.routes.get("/offer.css", context -> context.contentType("text/css").result(style));
          config.routes.exception(Exception.class, (e, context) -> fail(context, e));
        });
  }

  /**
   * Starts one.
   *
   * @throws IOException if a file of models or messages can't be read
   */
  public static OfferServer start(Dependencies needs) throws IOException {
    OfferServer server = new OfferServer(needs);
    Listening.start(server.javalin, needs.host(), needs.port());
    return server;
  }

  public int port() {
    return javalin.port();
  }

  private static void tellNothing(HttpConfiguration http) {
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    Floods.bound(http);
  }

  private void answer(Context context) throws IOException {
    OfferMessages messages = language(context);
    if (!limit.admits(Caller.of(context.ip(), forwarded(context)))) {
      context.header("Retry-After", "60");
      show(context, 429, page.form(messages, "error.often"));
      return;
    }
    // What Jetty calls the type is none where its charset is none; forms are read as UTF-8.
    String type = context.header("Content-Type");
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith(FORM)) {
      show(context, 415, page.form(messages, "error.empty"));
      return;
    }
    try {
      advise(context, OfferForm.read(context.bodyInputStream()));
    } catch (OfferForm.TooLongException e) {
      show(context, 413, page.form(messages, "error.long"));
    }
  }

  /** Returns all lines of the header as one: a proxy may add its own below the client's. */
  private static @Nullable String forwarded(Context context) {
    List<String> lines = Collections.list(context.req().getHeaders("X-Forwarded-For"));
    return lines.isEmpty() ? null : String.join(",", lines);
  }

  private void advise(Context context, OfferForm form) {
    OfferMessages messages = languages.find(form.language(), context.header("Accept-Language"));
    String text = form.text();
    if (text.isBlank()) {
      show(context, 400, page.form(messages, "error.empty"));
    } else if (text.length() > MOST_CHARACTERS) {
      show(context, 413, page.form(messages, "error.long"));
    } else {
      readers
          .read(text)
          .ifPresentOrElse(
              advice -> show(context, 200, page.advice(messages, advice, form.country())),
              () -> sendAway(context, messages));
    }
  }

  private void sendAway(Context context, OfferMessages messages) {
    context.header("Retry-After", "60");
    show(context, 503, page.form(messages, "error.busy"));
  }

  /**
   * Says that something failed. The log has no message of the error, which may quote the text: its
   * class and places must do.
   */
  private void fail(Context context, Exception e) {
    LOG.error("a text could not be read: {}", FaultPlaces.of(e));
    show(context, 500, page.form(language(context), "error.failed"));
  }

  private OfferMessages language(Context context) {
    String query = context.queryString();
    String tag = query == null ? "" : OfferForm.parse(query).language();
    return languages.find(tag, context.header("Accept-Language"));
  }

  private static void show(Context context, int status, String html) {
    context.status(status).contentType("text/html; charset=utf-8").result(html);
  }

  @Override
  public void close() {
    javalin.stop();
  }
}
