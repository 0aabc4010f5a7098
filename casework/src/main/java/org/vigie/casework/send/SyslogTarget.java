package org.vigie.casework.send;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A receiver of syslog over TCP (RFC 6587) or TLS (RFC 5425), each message with its length before
 * it.
 *
 * <p>Syslog has no word for "received". So messages count as received once the receiver, told that
 * no more come, has read to the end and closed the connection too: one connection for each lot.
 */
public final class SyslogTarget implements MessageTarget {
  private static final Duration ANSWER = Duration.ofSeconds(10);

  /** A receiver that stops reading must not hold the thread for good. */
  private static final int WHOLE = 6;

  private final URI address;
  private final @Nullable SSLContext tls;
  private final Duration patience;

  private SyslogTarget(URI address, @Nullable SSLContext tls, Duration patience) {
    this.patience = patience;
    this.address = address;
    this.tls = tls;
  }

  public static SyslogTarget overTcp(URI address) {
    return new SyslogTarget(address, null, ANSWER);
  }

  /**
   * @param authority file of certificates (PEM) that the receiver's must come from, or null for
   *     those that Java trusts
   */
  public static SyslogTarget overTls(URI address, @Nullable Path authority) throws IOException {
    return new SyslogTarget(address, Trust.context(authority), ANSWER);
  }

  /**
   * Returns the same, for which somebody waits.
   *
   * @param limit how long the receiver may take to answer
   */
  public SyslogTarget within(Duration limit) {
    return new SyslogTarget(address, tls, limit);
  }

  @Override
  public void take(List<String> messages) throws IOException {
    try (Socket plain = new Socket()) {
      CompletableFuture<Void> guard =
          CompletableFuture.runAsync(
              () -> close(plain),
              CompletableFuture.delayedExecutor(
                  patience.multipliedBy(WHOLE).toMillis(), TimeUnit.MILLISECONDS));
      try {
        plain.connect(
            new InetSocketAddress(address.getHost(), address.getPort()),
            (int) patience.dividedBy(2).toMillis());
        plain.setSoTimeout((int) patience.toMillis());
        Socket socket = tls == null ? plain : secured(plain, tls);
        socket.getOutputStream().write(framed(messages));
        socket.getOutputStream().flush();
        socket.shutdownOutput();
        readToEnd(socket.getInputStream());
      } finally {
        guard.cancel(false);
      }
    }
  }

  /** The certificate must be the receiver's, by its name (RFC 5425, section 5.2). */
  private Socket secured(Socket plain, SSLContext context) throws IOException {
    SSLSocket socket =
        (SSLSocket)
            context
                .getSocketFactory()
                .createSocket(plain, address.getHost(), address.getPort(), true);
    SSLParameters asked = socket.getSSLParameters();
    asked.setEndpointIdentificationAlgorithm("HTTPS");
    asked.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    socket.setSSLParameters(asked);
    socket.startHandshake();
    return socket;
  }

  /** Octet counting (RFC 6587, section 3.4.1; RFC 5425, section 4.3). */
  private static byte[] framed(List<String> messages) {
    ByteArrayOutputStream frames = new ByteArrayOutputStream();
    for (String message : messages) {
      byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
      frames.writeBytes((bytes.length + " ").getBytes(StandardCharsets.US_ASCII));
      frames.writeBytes(bytes);
    }
    return frames.toByteArray();
  }

  private static void readToEnd(InputStream in) throws IOException {
    byte[] ignored = new byte[1_024];
    while (in.read(ignored) >= 0) {}
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is closed as far as it can be; the write that it ends says so.
      return;
    }
  }
}
