package org.vigie.casework.line;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A port of this console to which partners' consoles come, over TLS on which each side shows who it
 * is. Strangers get no further than that, and nobody takes the places of the others.
 */
final class PartnerLine implements AutoCloseable {
  private static final Duration SILENCE = Duration.ofSeconds(30);

  /** Those who haven't shown yet who they are: strangers get no further than this. */
  private static final int GREETED = 64;

  static final int GREETED_OF_ADDRESS = 8;
  private static final Duration GREETING = Duration.ofSeconds(5);

  /** Those who are served at once; each partner has places that no other one can take. */
  private static final int SERVED = 1_024;

  private static final int SERVED_OF_PARTNER = 2;

  private static final Duration PAUSE = Duration.ofMillis(100);

  private final SSLContext tls;
  private final ServerSocket server;
  private final Duration longest;
  private final LinePlaces greeted = new LinePlaces(GREETED, GREETED_OF_ADDRESS);
  private final LinePlaces served = new LinePlaces(SERVED, SERVED_OF_PARTNER);
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final ScheduledExecutorService ends = Executors.newSingleThreadScheduledExecutor();

  /** What is said with one partner who came. */
  @FunctionalInterface
  interface Talk {
    /**
     * Talks; the line is closed afterwards.
     *
     * @param certificate SHA-256 of what the partner showed
     */
    void with(SSLSocket partner, String certificate) throws IOException;
  }

  /**
   * Takes the port; nobody is let in yet.
   *
   * @param tls takes partners' certificates alone
   * @param port to listen on; 0 for any that is free
   * @param longest after which a talk is broken off
   */
  PartnerLine(SSLContext tls, String host, int port, Duration longest) throws IOException {
    this.tls = tls;
    this.longest = longest;
    this.server = new ServerSocket();
    try {
      server.bind(new InetSocketAddress(host, port));
    } catch (IOException e) {
      server.close();
      throw e;
    }
  }

  /** Begins to let partners in. */
  void begin(Talk talk) {
    workers.execute(() -> accept(talk));
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept(Talk talk) {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        String address = socket.getInetAddress().getHostAddress();
        if (greeted.take(address)) {
          workers.execute(() -> greet(socket, address, talk));
        } else {
          socket.close();
        }
      } catch (IOException e) {
        // Closed, somebody who went before they were let in, or too much is open: not at once
        // again.
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  private void greet(Socket plain, String address, Talk talk) {
    ScheduledFuture<?> end = endAfter(GREETING, plain);
    boolean isGreeted = true;
    try (plain;
        SSLSocket socket =
            (SSLSocket) tls.getSocketFactory().createSocket(plain, null, plain.getPort(), true)) {
      socket.setUseClientMode(false);
      socket.setSSLParameters(LineTls.parameters());
      socket.setSoTimeout((int) SILENCE.toMillis());
      socket.startHandshake();
      end.cancel(false);
      end = endAfter(longest, plain);
      greeted.leave(address);
      isGreeted = false;
      serve(socket, LineTls.peer(socket.getSession()), talk);
    } catch (IOException | RuntimeException e) {
      // A stranger, or a line that broke: nothing is kept, and the sender isn't told it was.
    } finally {
      end.cancel(false);
      if (isGreeted) {
        greeted.leave(address);
      }
    }
  }

  private void serve(SSLSocket partner, String certificate, Talk talk) throws IOException {
    if (!served.take(certificate)) {
      return; // is served already, as often at once as it may be
    }
    try {
      talk.with(partner, certificate);
    } finally {
      served.leave(certificate);
    }
  }

  private ScheduledFuture<?> endAfter(Duration time, Socket socket) {
    return ends.schedule(
        () -> {
          socket.close();
          return true;
        },
        time.toSeconds(),
        TimeUnit.SECONDS);
  }

  @Override
  public void close() throws IOException {
    server.close();
    ends.shutdownNow();
    workers.shutdownNow();
  }
}
