package org.vigie.lab.bench.crawl;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.BitSet;

/**
 * The web server of an {@link AdvertSite}, as a process of its own.
 *
 * <p>It speaks as much of HTTP/1.1 as the crawlers in the benchmark need, over connections that
 * stay open. A line on its standard input is a question: {@code count} is answered with the number
 * of different pages sent, of all pages sent and of robots.txt sent; {@code reset} sets them to
 * zero.
 */
final class SiteServer {
  private static final byte[] ROBOTS = "User-agent: *\nDisallow: /private/\n".getBytes(UTF_8);
  private static final byte[] NONE = "not here\n".getBytes(UTF_8);

  private final AdvertSite site;
  private final BitSet seen = new BitSet();
  private long pages;
  private long robots;

  SiteServer(AdvertSite site) {
    this.site = site;
  }

  /**
   * Serves until standard input ends.
   *
   * @param args number of pages, seed
   */
  public static void main(String[] args) throws IOException {
    SiteServer server =
        new SiteServer(new AdvertSite(Integer.parseInt(args[0]), Long.parseLong(args[1])));
    try (ServerSocket socket = new ServerSocket(0, 128, InetAddress.getByName("127.0.0.1"))) {
      Thread.ofPlatform().daemon().start(() -> server.serve(socket));
      PrintStream out = new PrintStream(System.out, true, UTF_8);
      out.println(socket.getLocalPort());
      server.answer(new BufferedReader(new InputStreamReader(System.in, UTF_8)), out);
    }
  }

  private void answer(BufferedReader questions, PrintStream out) throws IOException {
    String question = questions.readLine();
    while (question != null) {
      out.println(question.equals("reset") ? reset() : count());
      question = questions.readLine();
    }
  }

  synchronized String count() {
    return seen.cardinality() + " " + pages + " " + robots;
  }

  private synchronized String reset() {
    seen.clear();
    pages = 0;
    robots = 0;
    return count();
  }

  /** Accepts connections until the socket is closed; each has a thread of its own. */
  void serve(ServerSocket socket) {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        Thread.ofPlatform().daemon().start(() -> converse(connection));
      } catch (IOException e) {
        // Closed from the other thread: the loop's condition ends it.
        continue;
      }
    }
  }

  private void converse(Socket connection) {
    try (connection) {
      connection.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(connection.getInputStream(), 4096);
      OutputStream out = connection.getOutputStream();
      boolean open = true;
      while (open) {
        String head = readHead(in);
        open = !head.isEmpty() && respond(head, out);
      }
    } catch (IOException e) {
      // The client went away, as a crawler that is stopped does: nothing is left to be told.
      return;
    }
  }

  /** Reads up to the empty line; returns an empty text at the end of the stream. */
  private static String readHead(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder(256);
    int b = in.read();
    while (b >= 0) {
      head.append((char) b);
      int length = head.length();
      if (b == '\n' && length > 3 && head.charAt(length - 3) == '\n') {
        return head.toString();
      }
      b = in.read();
    }
    return "";
  }

  /** Answers one request and returns whether the connection stays open. */
  private boolean respond(String head, OutputStream out) throws IOException {
    String path = head.substring(head.indexOf(' ') + 1, head.indexOf(' ', head.indexOf(' ') + 1));
    boolean close = head.contains("onnection: close") || head.contains("HTTP/1.0");
    int page = site.pageAt(path);
    if (page >= 0) {
      send(out, "200 OK", "text/html; charset=utf-8", site.html(page), close);
      countPage(page);
    } else if (path.equals("/robots.txt")) {
      send(out, "200 OK", "text/plain", ROBOTS, close);
      countRobots();
    } else {
      send(out, "404 Not Found", "text/plain", NONE, close);
    }
    return !close;
  }

  private synchronized void countPage(int page) {
    seen.set(page);
    pages++;
  }

  private synchronized void countRobots() {
    robots++;
  }

  /** One write for head and body: two would wait for each other's acknowledgement. */
  private static void send(OutputStream out, String status, String type, byte[] body, boolean close)
      throws IOException {
    byte[] head =
        ("HTTP/1.1 "
                + status
                + "\r\nServer: adverts\r\nContent-Type: "
                + type
                + "\r\nContent-Length: "
                + body.length
                + (close ? "\r\nConnection: close" : "\r\nConnection: keep-alive")
                + "\r\n\r\n")
            .getBytes(ISO_8859_1);
    byte[] message = new byte[head.length + body.length];
    System.arraycopy(head, 0, message, 0, head.length);
    System.arraycopy(body, 0, message, head.length, body.length);
    out.write(message);
    out.flush();
  }
}
