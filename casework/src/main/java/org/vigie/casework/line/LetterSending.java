package org.vigie.casework.line;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.vigie.casework.config.DeconflictFile;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.UserError;

/** The sending of letters to the console of a partner. */
public final class LetterSending {
  private static final Duration TRANSFER = Duration.ofMinutes(30);

  private final PartnerCall call;

  /**
   * @param tls takes the partner's certificate alone
   */
  public LetterSending(SSLContext tls) {
    this.call = new PartnerCall(tls, TRANSFER);
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
    String said =
        call.call(
            line,
            socket -> {
              OutputStream out = socket.getOutputStream();
              LineFrame.head(out, length);
              Files.copy(letter, out);
              out.flush();
              return LineFrame.line(socket.getInputStream());
            });
    if (said.equals(LetterLine.REFUSED)) {
      throw UserError.ofInput(
          "the partner's console must keep the letter, but refused it; ask there what its list of letters says");
    }
    if (!said.equals("kept " + hash)) {
      throw PartnerCall.unreadable(line, null);
    }
    return hash;
  }
}
