package org.vigie.web;

import java.time.Duration;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.vigie.casework.submission.Submissions;

/**
 * The bounds that keep those who only want to keep others out from doing so: how many connections
 * there may be, how slow one may be, and that no thread waits for a slow one.
 */
public final class Floods {
  /** More than a unit's browsers and programs have, fewer than a process may have files open. */
  private static final int MOST_CONNECTIONS = 2_000;

  /** Bytes a second: a modem sends more. */
  private static final long SLOWEST = 256;

  /** In which nothing comes. */
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(15);

  /** In which a body comes whole: somewhat more than a file has, so that its door can say so. */
  private static final Duration LONGEST_BODY =
      Submissions.LONGEST_COMING.plus(Duration.ofMinutes(1));

  /** A form with the largest file, and what surrounds it. */
  private static final long MOST_BYTES = Submissions.MOST_BYTES + (1 << 20);

  /** A form that is longer is an upload, which is read as it comes. */
  private static final long LONGEST_HELD = 128 << 10;

  private Floods() {}

  /** Closes a connection on which nothing comes. */
  public static void bound(HttpConfiguration http) {
    bound(http, LONGEST_SILENCE);
  }

  static void bound(HttpConfiguration http, Duration silence) {
    http.setIdleTimeout(silence.toMillis());
  }

  /** Lets a thread take up a request once its form is there. */
  public static void bound(Server server) {
    bound(server, LONGEST_BODY);
  }

  static void bound(Server server, Duration body) {
    EagerContentHandler whole =
        new EagerContentHandler(
            new EagerContentHandler.RetainedContentLoaderFactory(LONGEST_HELD, 0, false));
    BodyBounds bounds = new BodyBounds(whole, MOST_BYTES, body, System::nanoTime);
    server.setHandler(new MinimumDataRateHandler(bounds, SLOWEST, 0));
    server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server));
  }
}
