package org.vigie.world.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;

/**
 * A connection to answer on, byte by byte. It keeps the moment just before the last byte left, and
 * what the answer asked of the client's manners.
 */
public final class Wire {
  /** How long an endless answer goes on if nobody hangs up, in nanoseconds. */
  private static final long ENDLESS_NANOS = 20_000_000_000L;

  private final Socket socket;
  private final OutputStream out;
  private long lastSentNanos = System.nanoTime();
  private Duration askedRest = Duration.ZERO;
  private Duration crawlDelay = Duration.ZERO;

  private Wire(Socket socket, OutputStream out) {
    this.socket = socket;
    this.out = out;
  }

  public static Wire on(Socket socket) throws IOException {
    return new Wire(socket, socket.getOutputStream());
  }

  public Wire send(String text) throws IOException {
    return send(text.getBytes(ISO_8859_1));
  }

  public Wire send(byte[] bytes) throws IOException {
    // Before they leave: the client may have them before this thread goes on.
    lastSentNanos = System.nanoTime();
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

  /** Sends a whole answer at once, with the rest that was asked for as its Retry-After. */
  public void answer(int status, String contentType, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append(" X\r\n");
    if (!askedRest.isZero()) {
      head.append("Retry-After: ").append(askedRest.toSeconds()).append("\r\n");
    }
    head.append("Content-Type: ").append(contentType).append("; charset=utf-8\r\nContent-Length: ");
    head.append(bytes.length).append("\r\nConnection: close\r\n\r\n");
    byte[] start = head.toString().getBytes(ISO_8859_1);
    byte[] whole = new byte[start.length + bytes.length];
    System.arraycopy(start, 0, whole, 0, start.length);
    System.arraycopy(bytes, 0, whole, start.length, bytes.length);
    send(whole);
  }

  /** Begins a page whose end is that of the connection. */
  public Wire open() throws IOException {
    return send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n");
  }

  public void status(int status, String headers) throws IOException {
    send(
        "HTTP/1.1 %d X\r\n%sContent-Length: 0\r\nConnection: close\r\n\r\n"
            .formatted(status, headers));
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

  /** Has the next answer ask to be left alone, in whole seconds. */
  public Wire askRest(Duration rest) {
    askedRest = rest;
    return this;
  }

  /** Keeps that the answer tells a Crawl-delay. */
  public Wire tellCrawlDelay(Duration delay) {
    crawlDelay = delay;
    return this;
  }

  /** Returns {@link System#nanoTime} just before the last byte was sent. */
  public long lastSentNanos() {
    return lastSentNanos;
  }

  /** Returns how long the answer asked to be left alone, or zero. */
  public Duration askedRest() {
    return askedRest;
  }

  /** Returns the Crawl-delay that the answer told, or zero. */
  public Duration crawlDelay() {
    return crawlDelay;
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
