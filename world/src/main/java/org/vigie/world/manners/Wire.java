package org.vigie.world.manners;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;

/** A connection to answer on, with or without regard to HTTP. */
public final class Wire {
  private final Socket socket;
  private final OutputStream out;
  private long lastSentNanos = System.nanoTime();
  private Duration askedRest = Duration.ZERO;
  private Duration crawlDelay = Duration.ZERO;

  Wire(Socket socket) throws IOException {
    this.socket = socket;
    this.out = socket.getOutputStream();
  }

  /** Sends text as it is. */
  public Wire send(String text) throws IOException {
    return send(text.getBytes(ISO_8859_1));
  }

  /** Sends bytes as they are. */
  public Wire send(byte[] bytes) throws IOException {
    // Before they leave: the client may have them before this thread goes on.
    lastSentNanos = System.nanoTime();
    out.write(bytes);
    out.flush();
    return this;
  }

  /** Sends a whole answer. */
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

  /** Sends the client elsewhere. */
  public void redirect(String location) throws IOException {
    send(
        "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nConnection: close\r\nLocation: "
            + location
            + "\r\n\r\n");
  }

  /** Makes the close a reset: what was sent may be lost. */
  public void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Has the next answer ask to be left alone, in whole seconds. */
  Wire askRest(Duration rest) {
    askedRest = rest;
    return this;
  }

  /** Keeps that the answer tells a Crawl-delay. */
  Wire tellCrawlDelay(Duration delay) {
    crawlDelay = delay;
    return this;
  }

  long lastSentNanos() {
    return lastSentNanos;
  }

  Duration askedRest() {
    return askedRest;
  }

  Duration crawlDelay() {
    return crawlDelay;
  }
}
