package org.vigie.casework.line;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.vigie.casework.config.DeconflictFile;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.files.owner.OwnerOnly;

/** The sending of requests of deconfliction to the console of a partner. */
public final class QuestionSending {
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private final PartnerCall call;

  /**
   * @param tls takes the partner's certificate alone
   */
  public QuestionSending(SSLContext tls) {
    this.call = new PartnerCall(tls, LONGEST);
  }

  /**
   * Sends a request, and takes the answer if it is given at once.
   *
   * @param request the signed file
   * @param answer file to write, its owner's alone
   * @return false if a second person there has yet to grant it
   * @throws UserError if the other side can't be reached, isn't the partner, or won't answer
   */
  public boolean send(Path request, DeconflictFile.Line line, Path answer) {
    String said = call.call(line, socket -> ask(socket, request, answer));
    return switch (said) {
      case QuestionLine.ANSWER -> true;
      case QuestionLine.PENDING -> false;
      case QuestionLine.QUOTA ->
          throw new UserError(
              Exit.BUDGET,
              "the partner must have room for this request in its week's quota for us, but hasn't");
      case QuestionLine.REFUSED ->
          throw UserError.ofInput(
              "the partner's console must answer the request, but refused it; why, its people were told");
      default -> throw PartnerCall.unreadable(line, null);
    };
  }

  private static String ask(SSLSocket socket, Path request, Path answer) throws IOException {
    OutputStream out = socket.getOutputStream();
    LineFrame.head(out, QuestionLine.QUESTION, Files.size(request));
    String may = LineFrame.line(socket.getInputStream());
    if (!may.equals(QuestionLine.SEND)) {
      return may;
    }
    Files.copy(request, out);
    out.flush();
    // Nothing is said while the other side computes, which takes minutes for a large set.
    socket.setSoTimeout((int) LONGEST.toMillis());
    String said = LineFrame.line(socket.getInputStream());
    if (!said.startsWith(QuestionLine.ANSWER)) {
      return said;
    }
    long length = LineFrame.length(said, QuestionLine.ANSWER);
    try {
      LineFrame.copy(socket.getInputStream(), length, OwnerOnly.file(answer));
    } catch (IOException e) {
      Files.deleteIfExists(answer);
      throw e;
    }
    return QuestionLine.ANSWER;
  }
}
