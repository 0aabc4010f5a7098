package org.vigie.web;

import io.javalin.Javalin;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jetty.server.HttpConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.casework.mandate.ShownIds;
import org.vigie.casework.people.BusyException;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.FaultPlaces;
import org.vigie.files.failure.UserError;
import org.vigie.search.DamagedIndexException;
import org.vigie.text.safe.SafeJson;

/** The server of the console's pages. Every request passes the gate before its action. */
public final class WebServer implements AutoCloseable {
  static final String SESSION_COOKIE = "vigie-session";

  /** Megabytes of a form with a file: somewhat more than a file may have. */
  private static final int MOST_UPLOADED = 12;

  /** Forms without files hold notes and queries. */
  private static final long MOST_BYTES = 1 << 20;

  /** The mark of a request that is answered with a page. */
  private static final String SHOWN = "vigie-shown";

  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

  private final AccessFilter accessFilter;
  private final PageTemplates templates;
  private final String host;
  private final int port;
  private final Javalin javalin;

  /**
   * Makes a server that listens from {@link #start} on.
   *
   * @param host address to listen on
   * @param port port to listen on; 0 for any that is free
   * @param hosts under which it is asked for
   * @param uploads address to which forms bring files that memory needn't hold
   */
  public WebServer(
      String host,
      int port,
      List<Route> routes,
      AccessFilter accessFilter,
      AllowedHosts hosts,
      Optional<Uploads> uploads) {
    this.host = host;
    this.port = port;
    this.accessFilter = accessFilter;
    this.templates = new PageTemplates();
    this.javalin =
        Javalin.create(config -> {
          config.startup.showJavalinBanner = false;
          config.startup.showOldJavalinVersionWarning = false;
          config.startup.startupWatcherEnabled = false;
          config.jetty.host = host;
          config.jetty.port = port;
          config.jetty.modifyHttpConfiguration(WebServer::tellNothing);
          config.jetty.modifyServer(Floods::bound);
          config.http.maxRequestSize = MOST_BYTES;
          // In memory alone, so that no copy is left in a folder that others read.
          config.jetty.multipartConfig.maxInMemoryFileSize(MOST_UPLOADED, SizeUnit.MB);
          config.jetty.multipartConfig.maxFileSize(MOST_UPLOADED, SizeUnit.MB);
          config.jetty.multipartConfig.maxTotalRequestSize(MOST_UPLOADED, SizeUnit.MB);
          config.http.prefer405over404 = true;
          config.routes.before(context -> {
            SecurityHeaders.ALL.forEach(context::header);
            Misdirected.refuse(context, hosts);
            if (accessFilter.visitor(context).isSecure()) {
              context.header(SecurityHeaders.TRANSPORT, SecurityHeaders.TRANSPORT_VALUE);
            }
            uploads.ifPresent(files -> files.apply(context));
          });
          for (Route route : routes) {
            Handler handler = context -> send(context, accessFilter.pass(context, route));
            config.routes.addHttpHandler(type(route.method()), route.path(), handler);
            if (route.method() == Route.Method.GET) {
              // Else whoever asks for the head alone is told 200, whatever the page would say.
              config.routes.addHttpHandler(HandlerType.HEAD, route.path(), handler);
            }
          }
          config.routes.exception(
              Misdirected.MisdirectedException.class, (e, context) -> Misdirected.answer(context));
          config.routes.exception(BusyException.class, (e, context) -> sendAway(context));
          // What takes a form apart says so of one that is too large, or breaks off.
          config.routes.exception(
              ServletException.class,
              (e, context) -> explain(context, 413, "error.upload", Worded.NONE));
          config.routes.exception(
              IllegalCharsetNameException.class, (e, context) -> refuseCharset(context));
          config.routes.exception(
              UnsupportedCharsetException.class, (e, context) -> refuseCharset(context));
          config.routes.exception(UserError.class, (e, context) -> refuse(context, e));
          config.routes.exception(
              DamagedIndexException.class,
              (e, context) -> explain(context, 500, "error.damaged", Worded.NONE));
          config.routes.exception(Exception.class, (e, context) -> fail(context, e));
          config.routes.error(404, this::explainUnlessShown);
          config.routes.error(405, this::explainUnlessShown);
        });
  }

  public WebServer start() {
    Listening.start(javalin, host, port);
    return this;
  }

  public int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    javalin.stop();
  }

  private static HandlerType type(Route.Method method) {
    return switch (method) {
      case GET -> HandlerType.GET;
      case POST -> HandlerType.POST;
    };
  }

  private static void tellNothing(HttpConfiguration http) {
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    Floods.bound(http);
  }

  /** Makes what is sent, has it logged with the ids that it shows, and sends it. */
  private void send(Context context, AccessFilter.Passed passed) throws IOException {
    switch (passed.answer()) {
      case Answer.Page page -> {
        String text = render(passed.visit(), page);
        accessFilter.logShown(passed, ShownIds.in(text), "");
        show(context, page.status(), text);
      }
      case Answer.SeeOther other -> {
        accessFilter.logShown(passed, ShownIds.none(), "");
        context.status(303);
        context.header("Location", other.path());
      }
      case Answer.Elsewhere elsewhere -> {
        accessFilter.logShown(passed, ShownIds.none(), "");
        context.status(303);
        context.header("Location", elsewhere.address().toString());
      }
      case Answer.File file -> {
        try {
          accessFilter.logShown(passed, file.shown(), Sha256.of(file.content()));
        } catch (IOException | RuntimeException e) {
          Files.deleteIfExists(file.content()); // what can't be logged isn't sent, nor left about
          throw e;
        }
        context.header("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
        context
            .contentType(file.type())
            .result(Files.newInputStream(file.content(), StandardOpenOption.DELETE_ON_CLOSE));
      }
      case Answer.Stream stream -> {
        accessFilter.logShown(passed, stream.shown(), "");
        stream(context, stream);
      }
      case Answer.Attachment attachment -> {
        byte[] bytes = attachment.bytes();
        accessFilter.logShown(passed, ShownIds.in(bytes), Sha256.of(bytes));
        context.header("Content-Disposition", "attachment; filename=\"" + attachment.name() + "\"");
        context.header("Content-Security-Policy", "default-src 'none'; sandbox");
        context.contentType("application/octet-stream").result(bytes);
      }
      case Answer.Json json -> {
        String text = SafeJson.of(json.value());
        accessFilter.logShown(passed, ShownIds.in(text), "");
        answer(context, json, text);
      }
      case Answer.Asset asset -> {
        context.header("Cache-Control", "max-age=3600");
        context.contentType(asset.type()).result(asset.bytes());
      }
    }
  }

  /**
   * Once lines are sent, the status can't be changed any more: a list that breaks off ends with a
   * line that is none of its own, so that a part can't pass for the whole.
   */
  private static void stream(Context context, Answer.Stream stream) throws IOException {
    OutputStream out = context.contentType(stream.type()).outputStream();
    try {
      stream.source().writeTo(out);
    } catch (IOException | RuntimeException e) {
      String number = UUID.randomUUID().toString();
      LOG.error("a list broke off: {} {} {}", number, context.endpoint().path, FaultPlaces.of(e));
      Answer.Json.Problem problem = new Answer.Json.Problem("this list broke off: " + number);
      out.write((SafeJson.of(problem) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    out.flush();
  }

  private static void answer(Context context, Answer.Json json, String text) {
    context.status(json.status());
    if (json.status() == 401) {
      context.header("WWW-Authenticate", "Bearer");
    }
    if (json.status() == 429) {
      context.header("Retry-After", "60");
    }
    context.contentType("application/json").result(text);
  }

  private String render(Visit visit, Answer.Page page) {
    Map<String, Object> values = new HashMap<>(page.values());
    values.put("frame", Frame.of(visit, page.status()));
    return templates.render(page.template(), values, visit::link);
  }

  private static void show(Context context, int status, String text) {
    context.attribute(SHOWN, true);
    context.status(status);
    context.contentType("text/html; charset=utf-8");
    context.result(text);
  }

  /** Too many want to be let in at once: those who are in must not wait for them. */
  private void sendAway(Context context) {
    context.header("Retry-After", String.valueOf(BusyException.RETRY_SECONDS));
    explain(context, 503, "sign-in.busy", Worded.NONE);
  }

  /** Tells a person what the rules say; the message names no content. */
  private void refuse(Context context, UserError refusal) {
    explain(context, 403, "error.refused", Worded.of(refusal));
  }

  /** Nothing of such a form can be read, so nothing of it is shown again. */
  private void refuseCharset(Context context) {
    explain(context, 415, "error.charset", Worded.NONE);
  }

  /** Shows a number that stands in the log, and nothing of what went wrong. */
  private void fail(Context context, Exception e) {
    String number = UUID.randomUUID().toString();
    LOG.error("request failed: {} {} {}", number, context.endpoint().path, FaultPlaces.of(e));
    explain(context, 500, "error.failed", Worded.of(number));
  }

  /** A page of ours that says in its own words why there is nothing stays as it is. */
  private void explainUnlessShown(Context context) {
    if (context.attribute(SHOWN) == null) {
      boolean isThere = context.statusCode() == 405;
      String phrase = isThere ? "error.method" : "error.not-found";
      explain(context, context.statusCode(), phrase, Worded.NONE);
    }
  }

  private void explain(Context context, int status, String phrase, Worded detail) {
    if (Identity.isForPrograms(context.path())) {
      String said = Phrases.in(Locale.ENGLISH).of(phrase);
      Answer.Json problem = Answer.Json.problem(status, (said + " " + detail.text()).strip());
      answer(context, problem, SafeJson.of(problem.value()));
      return;
    }
    Visit visit = accessFilter.visit(context);
    Answer.Page page = Answer.Page.error(status, phrase, detail);
    show(context, status, render(visit, page));
  }
}
