package org.vigie.casework.line;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.FileSystemException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.config.DeconflictFile;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;

/** A call to the console of a partner, over TLS on which each side shows who it is. */
final class PartnerCall {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** How JSSE says that the other side ended the greeting. */
  private static final String ALERT = "fatal alert";

  private final SSLContext tls;
  private final Duration longest;

  /** What is said over the line. */
  @FunctionalInterface
  interface Talk<T> {
    T over(SSLSocket line) throws IOException;
  }

  /**
   * @param tls takes the partner's certificate alone
   * @param longest as long as the other side talks; one that reads nothing must not hold us up
   */
  PartnerCall(SSLContext tls, Duration longest) {
    this.tls = tls;
    this.longest = longest;
  }

  /**
   * Calls, and returns what came of it.
   *
   * @throws UserError if the other side can't be reached, isn't the partner, doesn't know us, or
   *     says what can't be read
   */
  <T> T call(DeconflictFile.Line line, Talk<T> talk) {
    Timer end = new Timer("line-end", true);
    try (Socket plain = new Socket()) {
      end.schedule(closing(plain), longest.toMillis());
      connect(plain, line);
      try (SSLSocket socket =
          (SSLSocket) tls.getSocketFactory().createSocket(plain, line.host(), line.port(), true)) {
        socket.setSSLParameters(LineTls.parameters());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        socket.startHandshake();
        return talk.over(socket);
      }
    } catch (IOException e) {
      throw failure(line, e);
    } finally {
      end.cancel();
    }
  }

  private static void connect(Socket plain, DeconflictFile.Line line) {
    try {
      plain.connect(new InetSocketAddress(line.host(), line.port()), (int) PATIENCE.toMillis());
    } catch (IOException e) {
      throw failure(line, "must be reached, but can't be", e);
    }
  }

  /** In TLS 1.3, whether our certificate is taken shows only once something is read. */
  private static UserError failure(DeconflictFile.Line line, IOException e) {
    if (has(CertificateException.class, e)) {
      return failure(
          line, "must show the certificate that deconflict.yaml names, in its time, but didn't", e);
    }
    boolean brokeOff = has(SocketException.class, e) || has(EOFException.class, e);
    if (e instanceof SSLException && !brokeOff) {
      boolean isAlert = String.valueOf(e.getMessage()).contains(ALERT);
      return isAlert
          ? failure(line, "must know our certificate, but refused it", e)
          : unreadable(line, e);
    }
    if (e instanceof FileSystemException file) {
      return new UserError(
          Exit.INPUT,
          "what is sent must be readable, and the answer's place writable, but one isn't: "
              + file.getFile(),
          e);
    }
    return e instanceof ProtocolException
        ? unreadable(line, e)
        : failure(
            line,
            "must answer, but broke off: it may not know our certificate, or have too much to do",
            e);
  }

  private static boolean has(Class<? extends Exception> type, Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  /** Returns that an answer can't be read. */
  static UserError unreadable(DeconflictFile.Line line, @Nullable Exception cause) {
    return failure(line, "must give an answer that can be read, but didn't", cause);
  }

  private static UserError failure(
      DeconflictFile.Line line, String must, @Nullable Exception cause) {
    String why =
        "the partner's console at %s:%d %s".formatted(line.host(), line.port(), must)
            + (cause == null ? "" : ": " + cause.getMessage());
    return cause == null ? UserError.ofInput(why) : new UserError(Exit.INPUT, why, cause);
  }

  private static TimerTask closing(Socket socket) {
    return new TimerTask() {
      @Override
      public void run() {
        try {
          socket.close();
        } catch (IOException e) {
          // It is closed for whoever writes to it all the same.
        }
      }
    };
  }
}
