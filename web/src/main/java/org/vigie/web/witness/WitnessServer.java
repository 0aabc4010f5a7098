package org.vigie.web.witness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.casework.mandate.SignedHead;
import org.vigie.casework.mandate.WitnessBook;
import org.vigie.casework.mandate.WitnessException;
import org.vigie.web.Listening;

/**
 * A witness of audit logs over HTTP. Whoever holds the key that a log was first signed with may add
 * to what is known of it; nobody can take anything away here.
 */
public final class WitnessServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WitnessServer.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,40}");

  /** A head with its key has some 400 bytes. */
  private static final long MOST_BYTES = 65_536;

  private final Map<String, WitnessBook> books;
  private final Javalin javalin;

  private WitnessServer(String host, int port, Path folder, List<String> logs) {
    this.books =
        logs.stream()
            .distinct()
            .collect(
                Collectors.toMap(
                    Function.identity(), name -> new WitnessBook(folder.resolve(name))));
    this.javalin =
        Javalin.create(config -> {
          config.startup.showJavalinBanner = false;
          config.startup.showOldJavalinVersionWarning = false;
          config.startup.startupWatcherEnabled = false;
          config.jetty.host = host;
          config.jetty.port = port;
          config.http.maxRequestSize = MOST_BYTES;
          config.routes.post("/{log}", this::note);
          config.routes.get("/{log}", this::tell);
        });
  }

  /**
   * Starts one.
   *
   * @param folder where the heads are kept, a folder for each log
   * @param logs names of logs that it may be told of
   */
  public static WitnessServer start(String host, int port, Path folder, List<String> logs) {
    WitnessServer server = new WitnessServer(host, port, folder, logs);
    Listening.start(server.javalin, host, port);
    return server;
  }

  /** Returns whether a text can name a log. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  public int port() {
    return javalin.port();
  }

  private void note(Context context) throws IOException {
    WitnessBook book = books.get(context.pathParam("log"));
    if (book == null) {
      context.status(404);
      return;
    }
    try {
      book.note(JSON.readValue(context.body(), SignedHead.class));
      context.status(204);
    } catch (JsonProcessingException | NullPointerException e) {
      context.status(400);
    } catch (WitnessException e) {
      LOG.warn("a head of {} was refused: {}", context.pathParam("log"), e.getMessage());
      context.status(403);
    }
  }

  private void tell(Context context) throws IOException {
    WitnessBook book = books.get(context.pathParam("log"));
    if (book == null) {
      context.status(404);
      return;
    }
    context.contentType("application/json").result(JSON.writeValueAsString(book.read()));
  }

  @Override
  public void close() {
    javalin.stop();
  }
}
