package org.vigie.cli.command;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.vigie.casework.config.Settings;
import org.vigie.casework.surroundings.Surroundings;
import org.vigie.cli.progress.CleanStop;
import org.vigie.files.failure.Exit;
import org.vigie.web.offer.OfferServer;

/** {@code vigie serve --offer-checker}: needs no workspace and no mandate, as it keeps nothing. */
final class OfferChecker {
  /** Texts that one address may send in a minute: more than a person or a desk reads. */
  private static final int PER_MINUTE = 20;

  private final Surroundings surroundings;

  OfferChecker(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Serves it until Ctrl-C and returns the exit code. */
  int serve(String host, int port) throws IOException {
    try (OfferServer server =
            OfferServer.start(
                host,
                port,
                Settings.defaults(surroundings.home()).run().models(),
                PER_MINUTE,
                surroundings.clock());
        CleanStop stop =
            CleanStop.of(surroundings, "./vigie serve --offer-checker starts it again")) {
      surroundings
          .out()
          .println(
              "The offer checker is at http://%s:%d until Ctrl-C.".formatted(host, server.port()));
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Exit.OK.code();
  }
}
