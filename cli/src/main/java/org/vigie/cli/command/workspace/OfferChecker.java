package org.vigie.cli.command.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.config.Settings;
import org.vigie.casework.environment.Environment;
import org.vigie.cli.progress.CleanStop;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.web.offer.Helpline;
import org.vigie.web.offer.OfferServer;

/** {@code vigie serve --offer-checker}: needs no workspace and no mandate, as it keeps nothing. */
final class OfferChecker {
  /** Texts that one address may send in a minute: more than a person or a desk reads. */
  private static final int PER_MINUTE = 20;

  private final Environment environment;

  OfferChecker(Environment environment) {
    this.environment = environment;
  }

  /**
   * Serves it until Ctrl-C and returns the exit code.
   *
   * @param helplines file of whom to call; null for Vigie's own
   */
  int serve(String host, int port, @Nullable String helplines) throws IOException {
    OfferServer.Dependencies needs =
        new OfferServer.Dependencies(
            host,
            port,
            Settings.defaults(environment.home()).run().models(),
            helplines(helplines),
            PER_MINUTE,
            environment.clock());
    try (OfferServer server = OfferServer.start(needs);
        CleanStop stop =
            CleanStop.of(environment, "./vigie serve --offer-checker starts it again")) {
      environment
          .out()
          .println(
              "The offer checker is at http://%s:%d until Ctrl-C.".formatted(host, server.port()));
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Exit.OK.code();
  }

  /**
   * Returns whom to call.
   *
   * @param file file of them, or null for Vigie's own
   */
  List<Helpline> helplines(@Nullable String file) throws IOException {
    if (file == null) {
      return Helpline.builtIn();
    }
    Path path = environment.path(file);
    if (!Files.isRegularFile(path)) {
      throw UserError.ofUsage("--helplines must be a file, but " + file + " is none");
    }
    return Helpline.parse(Files.readString(path), file);
  }
}
