package org.vigie.casework.line;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.vigie.files.owner.OwnerOnly;

/**
 * Where requests of deconfliction arrive from partners' consoles, and are answered over the same
 * line. One says {@code vigie-deconflict 1 LENGTH}, the other {@code send} or {@code refused}; then
 * the request goes one way, and {@code answer LENGTH} with so many bytes, {@code pending}, {@code
 * quota} or {@code refused} the other.
 */
public final class QuestionLine implements AutoCloseable {
  static final String QUESTION = "vigie-deconflict 1";
  static final String SEND = "send";
  static final String ANSWER = "answer";
  static final String PENDING = "pending";
  static final String QUOTA = "quota";
  static final String REFUSED = "refused";

  private static final Duration LONGEST = Duration.ofMinutes(30);

  private final PartnerLine line;
  private final Path folder;
  private final Responder responder;

  /** Who answers. */
  public interface Responder {
    /**
     * Returns the most bytes that a request may have.
     *
     * @param certificate SHA-256 of what the asker showed
     */
    long longest(String certificate);

    /**
     * Returns what is said to a request, of which nothing was checked.
     *
     * @param certificate SHA-256 of what the asker showed
     */
    Reply reply(String certificate, Path request) throws IOException;
  }

  /** What is said to a request. */
  public sealed interface Reply {
    /**
     * All that was asked for.
     *
     * @param bytes a file, as another way would carry it
     */
    record Answer(byte[] bytes) implements Reply {}

    /** A second person has yet to grant it: the asker comes again with the same request. */
    record Pending() implements Reply {}

    /** The asker has to wait until its week's quota has room. */
    record Quota() implements Reply {}

    /** It won't be answered; who answers has been told why, the asker isn't. */
    record Refused() implements Reply {}
  }

  private QuestionLine(PartnerLine line, Path folder, Responder responder) {
    this.line = line;
    this.folder = folder;
    this.responder = responder;
  }

  /**
   * Begins to take requests.
   *
   * @param tls takes partners' certificates alone
   * @param port to listen on; 0 for any that is free
   * @param folder where requests lie while they are read, its owner's alone
   */
  public static QuestionLine start(
      SSLContext tls, String host, int port, Path folder, Responder responder) throws IOException {
    OwnerOnly.folder(folder);
    PartnerLine line = new PartnerLine(tls, host, port, LONGEST);
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "question-*.part")) {
      for (Path part : left) {
        Files.delete(part); // of a run that was killed
      }
    } catch (IOException e) {
      line.close();
      throw e;
    }
    QuestionLine questions = new QuestionLine(line, folder, responder);
    line.begin(questions::serve);
    return questions;
  }

  public int port() {
    return line.port();
  }

  private void serve(SSLSocket partner, String certificate) throws IOException {
    InputStream in = partner.getInputStream();
    OutputStream out = partner.getOutputStream();
    long length = LineFrame.length(LineFrame.line(in), QUESTION);
    if (length > responder.longest(certificate)) {
      LineFrame.line(out, REFUSED);
      return;
    }
    LineFrame.line(out, SEND);
    Path part = Files.createTempFile(folder, "question-", ".part");
    try {
      LineFrame.copy(in, length, part);
      say(out, replyTo(certificate, part));
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** One after the other: an answer takes all cores, and a grant is asked for once. */
  private synchronized Reply replyTo(String certificate, Path request) throws IOException {
    return responder.reply(certificate, request);
  }

  private static void say(OutputStream out, Reply reply) throws IOException {
    switch (reply) {
      case Reply.Answer answer -> {
        LineFrame.head(out, ANSWER, answer.bytes.length);
        out.write(answer.bytes);
        out.flush();
      }
      case Reply.Pending pending -> LineFrame.line(out, PENDING);
      case Reply.Quota quota -> LineFrame.line(out, QUOTA);
      case Reply.Refused refused -> LineFrame.line(out, REFUSED);
    }
  }

  @Override
  public void close() throws IOException {
    line.close();
  }
}
