package org.vigie.web;

import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;

/**
 * The bounds that keep those who only want to keep others out from doing so: how many connections
 * there may be, how slow one may be, and that no thread waits for a slow one.
 */
public final class Floods {
  /** More than a unit's browsers and programs have, fewer than a process may have files open. */
  private static final int MOST_CONNECTIONS = 2_000;

  /** Bytes a second: a modem sends more. */
  private static final long SLOWEST = 256;

  /** Milliseconds in which nothing comes. */
  private static final long LONGEST_SILENCE = 15_000;

  /** A form that is longer is an upload, which is read as it comes. */
  private static final long LONGEST_HELD = 128 << 10;

  private Floods() {}

  /** Closes a connection on which nothing comes. */
  public static void bound(HttpConfiguration http) {
    http.setIdleTimeout(LONGEST_SILENCE);
  }

  /** Lets a thread take up a request once its form is there. */
  public static void bound(Server server) {
    EagerContentHandler whole =
        new EagerContentHandler(
            new EagerContentHandler.RetainedContentLoaderFactory(LONGEST_HELD, 0, false));
    server.setHandler(new MinimumDataRateHandler(whole, SLOWEST, 0));
    server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server));
  }
}
