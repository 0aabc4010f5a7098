package org.vigie.world.hostile;

import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.vigie.world.hostile.HostileBehaviour.Door;

/**
 * A small internet of hosts that misbehave, each at an address of its own in 127.16.0.0/12, all at
 * one port. It remembers what it was asked.
 */
public final class HostileNet implements AutoCloseable {
  /** The host that a certificate for another host is for. */
  private static final String OTHER = "other.example.org";

  private static final int BACKLOG = 200;
  private static final int HOSTS_OF_A_BLOCK = 250;
  private static final int PORT_ATTEMPTS = 20;

  /**
   * A request.
   *
   * @param target path and query
   * @param nanos {@link System#nanoTime} when it came
   */
  public record Request(String target, long nanos) {}

  private record Place(HostileBehaviour behaviour, InetAddress address) {}

  private final Map<String, Place> places = new LinkedHashMap<>();
  private final Map<String, List<Request>> requests = new ConcurrentHashMap<>();
  private final List<ServerSocket> servers = new ArrayList<>();
  private final Map<String, SSLContext> contexts = new HashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private int port;

  private HostileNet(List<HostileBehaviour> behaviours, @Nullable Certificates certificates)
      throws Exception {
    for (HostileBehaviour behaviour : behaviours) {
      if (places.put(behaviour.name(), new Place(behaviour, address(places.size()))) != null) {
        throw new IllegalArgumentException(
            "names of behaviours must differ, but two are " + behaviour.name());
      }
      SSLContext context = certificates == null ? null : certificate(behaviour, certificates);
      if (context != null) {
        contexts.put(behaviour.name(), context);
      }
    }
  }

  /**
   * Opens hosts.
   *
   * @param certificates for those that are to speak TLS; null if none is
   */
  public static HostileNet open(
      List<HostileBehaviour> behaviours, @Nullable Certificates certificates) throws Exception {
    HostileNet net = new HostileNet(behaviours, certificates);
    try {
      net.listen();
    } catch (IOException e) {
      net.close();
      throw e;
    }
    return net;
  }

  /** Returns the port at which all hosts listen. */
  public int port() {
    return port;
  }

  /** Returns where a crawl of a host begins. */
  public URI seed(HostileBehaviour behaviour) {
    return url(behaviour, behaviour.seed());
  }

  public URI url(HostileBehaviour behaviour, String target) {
    String scheme = behaviour.door().scheme();
    return URI.create(scheme + "://" + host(behaviour.name()) + ":" + port + target);
  }

  /** Returns what the name service must answer: host name → script. */
  public Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    places.forEach((name, place) ->
        names.put(
            host(name), place.behaviour().dns().replace("@", place.address().getHostAddress())));
    return names;
  }

  /** Returns what was asked for at a host, in order. */
  public List<Request> requests(HostileBehaviour behaviour) {
    return List.copyOf(requests.getOrDefault(behaviour.name(), List.of()));
  }

  private static String host(String name) {
    return name + ".example.org";
  }

  private static InetAddress address(int index) throws IOException {
    int block = index / HOSTS_OF_A_BLOCK;
    return InetAddress.getByAddress(
        new byte[] {127, 16, (byte) block, (byte) (1 + index % HOSTS_OF_A_BLOCK)});
  }

  /** The first host is given a port; if another host's is taken by somebody else, all move on. */
  private void listen() throws IOException {
    for (int attempt = 1; port == 0; attempt++) {
      try {
        bind();
      } catch (BindException e) {
        port = 0;
        closeServers();
        if (attempt == PORT_ATTEMPTS) {
          throw e;
        }
      }
    }
    int i = 0;
    for (Place place : places.values()) {
      if (place.behaviour().door() != Door.SHUT) {
        ServerSocket server = servers.get(i++);
        threads.execute(() -> accept(place.behaviour(), server));
      }
    }
  }

  private void bind() throws IOException {
    int chosen = 0;
    for (Place place : places.values()) {
      if (place.behaviour().door() != Door.SHUT) {
        ServerSocket server = new ServerSocket(chosen, BACKLOG, place.address());
        servers.add(server);
        chosen = server.getLocalPort();
      }
    }
    port = chosen;
  }

  private void accept(HostileBehaviour behaviour, ServerSocket server) {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        threads.execute(() -> serve(behaviour, socket));
      } catch (IOException e) {
        return; // closed: the test is over
      }
    }
  }

  private void serve(HostileBehaviour behaviour, Socket accepted) {
    try (accepted) {
      Socket socket = enter(behaviour, accepted);
      if (socket != null) {
        String target = target(socket.getInputStream());
        requests
            .computeIfAbsent(behaviour.name(), name -> new CopyOnWriteArrayList<>())
            .add(new Request(target, System.nanoTime()));
        Wire wire = Wire.on(socket);
        if (target.equals("/robots.txt") && !behaviour.robots()) {
          wire.status(404, "");
        } else {
          behaviour.conduct().answer(target, wire);
        }
        if (!socket.isClosed()) {
          socket.shutdownOutput();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      return; // the client hung up, which is what many a behaviour is there for
    }
  }

  /** Returns the connection to answer on, or null if it never came to a request. */
  private @Nullable Socket enter(HostileBehaviour behaviour, Socket accepted) throws IOException {
    Wire wire = Wire.on(accepted);
    switch (behaviour.door()) {
      case PLAIN, SHUT -> {
        return accepted;
      }
      case NO_TLS -> wire.page("<p>x");
      case RESET -> wire.reset();
      case SILENT -> wire.silence();
      case NOISE -> wire.send("\1\2\3\4".repeat(100));
      case DRIP -> wire.send("\26\3\3\77\0\2\0\76\0").drip("\0", 100);
      default -> {
        return secure(behaviour, accepted);
      }
    }
    return null;
  }

  private Socket secure(HostileBehaviour behaviour, Socket accepted) throws IOException {
    SSLContext context = contexts.get(behaviour.name());
    if (context == null) {
      throw new IllegalStateException(
          behaviour.name() + " must have a certificate, but the net was opened without any");
    }
    SSLSocket secure =
        (SSLSocket) context.getSocketFactory().createSocket(accepted, null, port, true);
    secure.setUseClientMode(false);
    secure.startHandshake();
    return secure;
  }

  private static @Nullable SSLContext certificate(
      HostileBehaviour behaviour, Certificates certificates) throws Exception {
    String name = behaviour.name();
    return switch (behaviour.door()) {
      case VALID -> certificates.signed(name, host(name), "-1d", 9);
      case EXPIRED -> certificates.signed(name, host(name), "-9d", 3);
      case NOT_YET_VALID -> certificates.signed(name, host(name), "+3d", 3);
      case OTHER_HOST -> certificates.signed(name, OTHER, "-1d", 9);
      case SELF_SIGNED -> certificates.selfSigned(name, host(name));
      default -> null;
    };
  }

  /** Reads the head of a request; returns its target. */
  private static String target(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.length() < 4 || head.lastIndexOf("\r\n\r\n") != head.length() - 4) {
      int c = in.read();
      if (c < 0) {
        throw new IOException("a request must have a head; found the end after " + head.length());
      }
      head.append((char) c);
    }
    return head.substring(head.indexOf(" ") + 1, head.indexOf(" HTTP/"));
  }

  private void closeServers() throws IOException {
    for (ServerSocket server : servers) {
      server.close();
    }
    servers.clear();
  }

  @Override
  public void close() throws IOException {
    closeServers();
    threads.shutdownNow();
  }
}
