package org.vigie.casework.line;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.vigie.casework.config.DeconflictFile;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.UserError;

/** The sending of letters to the console of a partner. */
public final class LetterSending {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** As long as the other side takes a letter for; one that reads nothing must not hold us up. */
  private static final Duration TRANSFER = Duration.ofMinutes(30);

  private final SSLContext tls;

  /**
   * @param tls takes the partner's certificate alone
   */
  public LetterSending(SSLContext tls) {
    this.tls = tls;
  }

  /**
   * Sends a letter, and returns once it is kept there.
   *
   * @return {@code sha256:} of the file, as the other side says too
   * @throws UserError if the other side can't be reached, isn't the partner or doesn't take it
   */
  public String send(Path letter, DeconflictFile.Line line) throws IOException {
    long length = Files.size(letter);
    if (length > LineFrame.LARGEST) {
      throw UserError.ofInput(
          "a letter must have at most %d bytes to go over the line, but has %d"
              .formatted(LineFrame.LARGEST, length));
    }
    String hash = Sha256.of(letter);
    String said = said(letter, length, line);
    if (!said.equals("kept " + hash)) {
      throw UserError.ofInput(
          "the partner's console must keep the letter, but refused it; ask there what its list of letters says");
    }
    return hash;
  }

  private String said(Path letter, long length, DeconflictFile.Line line) {
    Timer end = new Timer("letter-end", true);
    try (Socket plain = new Socket()) {
      end.schedule(closing(plain), TRANSFER.toMillis());
      plain.connect(new InetSocketAddress(line.host(), line.port()), (int) PATIENCE.toMillis());
      try (SSLSocket socket =
          (SSLSocket) tls.getSocketFactory().createSocket(plain, line.host(), line.port(), true)) {
        socket.setSSLParameters(LineTls.parameters());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        socket.startHandshake();
        OutputStream out = socket.getOutputStream();
        LineFrame.head(out, length);
        Files.copy(letter, out);
        out.flush();
        return LineFrame.line(socket.getInputStream());
      }
    } catch (IOException e) {
      throw UserError.ofInput(
          "the partner's console at %s:%d must answer and know our certificate, as we know its own, but: %s"
              .formatted(line.host(), line.port(), e.getMessage()));
    } finally {
      end.cancel();
    }
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
