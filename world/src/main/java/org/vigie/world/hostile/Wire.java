package org.vigie.world.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

/**
 * A connection to answer on, byte by byte.
 *
 * @param socket the connection
 * @param out where the answer goes
 */
public record Wire(Socket socket, OutputStream out) {
  /** How long an endless answer goes on if nobody hangs up, in nanoseconds. */
  private static final long ENDLESS_NANOS = 20_000_000_000L;

  static Wire on(Socket socket) throws IOException {
    return new Wire(socket, socket.getOutputStream());
  }

  public Wire send(String text) throws IOException {
    return send(text.getBytes(ISO_8859_1));
  }

  public Wire send(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
    return this;
  }

  /** Sends a page with its length. */
  public void page(String html) throws IOException {
    body("Content-Type: text/html\r\n", html.getBytes(ISO_8859_1));
  }

  /** Sends a body with its length below header lines that each end in CRLF. */
  public void body(String headers, byte[] body) throws IOException {
    send("HTTP/1.1 200 OK\r\n" + headers + "Content-Length: " + body.length);
    send("\r\nConnection: close\r\n\r\n").send(body);
  }

  /** Begins a page whose end is that of the connection. */
  public Wire open() throws IOException {
    return send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n");
  }

  public void status(int status, String headers) throws IOException {
    send("HTTP/1.1 " + status + " X\r\n" + headers);
    send("Content-Length: 0\r\nConnection: close\r\n\r\n");
  }

  public void redirect(String location) throws IOException {
    status(302, "Location: " + location + "\r\n");
  }

  /** Sends the same again and again, as fast as it is taken. */
  public void endlessly(String text) throws IOException {
    drip(text, 0);
  }

  /** Sends the same again and again with a pause after each. */
  public void drip(String text, long pauseMillis) throws IOException {
    byte[] bytes = text.getBytes(ISO_8859_1);
    long start = System.nanoTime();
    while (System.nanoTime() - start < ENDLESS_NANOS) {
      send(bytes);
      if (pauseMillis > 0) {
        pause(pauseMillis);
      }
    }
  }

  /** Says nothing for as long as an endless answer lasts. */
  public void silence() throws IOException {
    pause(ENDLESS_NANOS / 1_000_000);
  }

  /** Makes the close a reset: what was sent may be lost. */
  public void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  private static void pause(long millis) throws IOException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the server is closing", e);
    }
  }
}
