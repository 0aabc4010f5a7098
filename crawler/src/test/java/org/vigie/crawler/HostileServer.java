package org.vigie.crawler;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server of many hosts that may break every rule of HTTP, and remembers what it was asked. */
final class HostileServer implements AutoCloseable {
  /** Answers one request on the bare connection, which is closed afterwards. */
  @FunctionalInterface
  interface Behaviour {
    void answer(String path, Wire wire) throws Exception;
  }

  /** A connection to write on. */
  record Wire(Socket socket, OutputStream out) {
    Wire send(String text) throws IOException {
      return send(text.getBytes(ISO_8859_1));
    }

    Wire send(byte[] bytes) throws IOException {
      out.write(bytes);
      out.flush();
      return this;
    }

    /** Sends a page with its length. */
    void page(String html) throws IOException {
      page("text/html", html.getBytes(ISO_8859_1));
    }

    void page(String type, byte[] body) throws IOException {
      send("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length);
      send("\r\nConnection: close\r\n\r\n").send(body);
    }

    void redirect(String location) throws IOException {
      send("HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + location + "\r\n\r\n");
    }

    /** Makes the close a reset: what was sent may be lost. */
    void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }
  }

  private final ServerSocket server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
  private final Map<String, List<String>> requests = new ConcurrentHashMap<>();

  HostileServer(InetAddress address) throws IOException {
    this.server = new ServerSocket(0, 200, address);
    threads.execute(this::accept);
  }

  /** Lets a host behave in a way; {@code NAME.example.org} is its name. */
  HostileServer host(String name, Behaviour behaviour) {
    behaviours.put(name + ".example.org", behaviour);
    return this;
  }

  URI url(String name, String path) {
    return URI.create("http://" + name + ".example.org:" + server.getLocalPort() + path);
  }

  /** Returns the paths asked for at a host, in order. */
  List<String> requests(String name) {
    return requests.getOrDefault(name + ".example.org", List.of());
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        threads.execute(() -> serve(socket));
      } catch (IOException e) {
        return; // closed: the test is over
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      String head = head(socket.getInputStream());
      String path = head.substring(head.indexOf(' ') + 1, head.indexOf(" HTTP/"));
      int field = head.indexOf("\nHost: ") + 7;
      String host = head.substring(field, head.indexOf(':', field));
      requests.computeIfAbsent(host, key -> new CopyOnWriteArrayList<>()).add(path);
      Behaviour behaviour = behaviours.get(host);
      if (behaviour != null) {
        behaviour.answer(path, new Wire(socket, socket.getOutputStream()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      return; // the client hung up, which is what many a behaviour is there for
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int c = in.read();
      if (c < 0) {
        throw new IOException("a request must have a head; found the end after " + head.length());
      }
      head.append((char) c);
    }
    return head.toString();
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}
