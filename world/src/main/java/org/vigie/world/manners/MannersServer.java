package org.vigie.world.manners;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.vigie.world.hostile.HostileBehaviour.Conduct;
import org.vigie.world.hostile.Wire;

/**
 * A server of many hosts at many loopback addresses, on one port, that keeps every request with its
 * time.
 *
 * <p>Hosts are dealt out over the addresses in turn, so several share one. The addresses lie in
 * 127.16.0.0/16.
 */
public final class MannersServer implements AutoCloseable {
  private static final int BACKLOG = 256;
  private static final int MAX_HEAD_BYTES = 16_384;
  private static final int ADDRESSES_OF_A_ROW = 250;

  private final List<ServerSocket> sockets = new ArrayList<>();
  private final Map<String, Conduct> behaviours = new ConcurrentHashMap<>();
  private final Map<String, String> addresses = new LinkedHashMap<>();
  private final ConcurrentLinkedQueue<SeenRequest> visits = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * Opens the addresses.
   *
   * @param addressCount how many, in [1, 10000]
   */
  public MannersServer(int addressCount) throws IOException {
    if (addressCount < 1 || addressCount > 10_000) {
      throw new IllegalArgumentException(
          "addressCount must be in [1, 10000], but was " + addressCount);
    }
    try {
      for (int i = 0; i < addressCount; i++) {
        ServerSocket socket = new ServerSocket(i == 0 ? 0 : port(), BACKLOG, address(i));
        sockets.add(socket);
        threads.execute(() -> accept(socket));
      }
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  private static InetAddress address(int number) throws IOException {
    return InetAddress.getByAddress(
        new byte[] {
          127, 16, (byte) (number / ADDRESSES_OF_A_ROW), (byte) (number % ADDRESSES_OF_A_ROW + 1)
        });
  }

  /** Adds a host with its way to answer. */
  public MannersServer host(String name, Conduct behaviour) {
    ServerSocket socket = sockets.get(addresses.size() % sockets.size());
    addresses.put(name, socket.getInetAddress().getHostAddress());
    behaviours.put(name, behaviour);
    return this;
  }

  /** Returns host name → address, to stand in for DNS. */
  public Map<String, String> hosts() {
    return new LinkedHashMap<>(addresses);
  }

  /** Returns the address of a page. */
  public URI url(String host, String target) {
    return URI.create("http://" + host + ":" + port() + target);
  }

  /** Returns what was asked so far, in the order in which answers ended. */
  public List<SeenRequest> visits() {
    return List.copyOf(visits);
  }

  /** Returns how much was asked so far. */
  public int visitCount() {
    return visits.size();
  }

  private int port() {
    return sockets.getFirst().getLocalPort();
  }

  private void accept(ServerSocket server) {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        threads.execute(() -> serve(socket));
      } catch (IOException e) {
        return; // closed: the measurement is over
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = socket.getInputStream();
      int first = in.read();
      if (first < 0) {
        return; // connected without a request, as a client does that is killed
      }
      long start = System.nanoTime();
      String head = head((char) first, in);
      String target = head.substring(head.indexOf(' ') + 1, head.indexOf(" HTTP/"));
      int field = head.indexOf("\r\nHost: ") + 8;
      String host = head.substring(field, head.indexOf(':', field));
      answer(socket, host, target, start);
    } catch (IOException | IndexOutOfBoundsException e) {
      return; // the client hung up within its request
    }
  }

  private void answer(Socket socket, String host, String target, long start) throws IOException {
    Wire wire = Wire.on(socket);
    Conduct behaviour = behaviours.get(host);
    try {
      if (behaviour == null) {
        wire.answer(404, "text/plain", "no such host");
      } else {
        behaviour.answer(target, wire);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      // The client hung up, which is what many a behaviour is there for; it was asked all the same.
      return;
    } finally {
      visits.add(
          new SeenRequest(
              host,
              socket.getLocalAddress().getHostAddress(),
              target,
              start,
              wire.lastSentNanos(),
              wire.askedRest(),
              wire.crawlDelay()));
    }
  }

  private static String head(char first, InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    head.write(first);
    int ending = 0;
    while (ending < 4) {
      int c = in.read();
      if (c < 0 || head.size() > MAX_HEAD_BYTES) {
        throw new IOException("a request must have a head; found its end at " + head.size());
      }
      head.write(c);
      ending = c == (ending % 2 == 0 ? '\r' : '\n') ? ending + 1 : c == '\r' ? 1 : 0;
    }
    return head.toString(ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    for (ServerSocket socket : sockets) {
      socket.close();
    }
    threads.shutdownNow();
  }
}
