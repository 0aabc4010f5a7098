package org.vigie.casework.line;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.vigie.files.owner.OnDisk;
import org.vigie.files.owner.OwnerOnly;

/**
 * Where letters of partners arrive from their consoles. They lie in a folder until somebody opens
 * them: what is in them, whoever sent them, is checked there.
 */
public final class LetterLine implements AutoCloseable {
  /** More aren't taken before some were opened. */
  static final int MOST_WAITING = 100;

  /** Of these, one partner's at most: nobody fills the box for the others. */
  static final int MOST_OF_PARTNER = 20;

  /** Of a certificate's fingerprint, in the names of what came from there. */
  private static final int DIGITS = 16;

  /** A letter is opened beside itself. */
  private static final int ROOM = 2;

  static final String REFUSED = "refused";
  private static final Duration TRANSFER = Duration.ofMinutes(30);

  private final PartnerLine line;
  private final Path folder;
  private final Receipt receipt;

  /** Is told of each letter before it is kept; if it throws, the letter isn't. */
  @FunctionalInterface
  public interface Receipt {
    /**
     * @param certificate SHA-256 of what the sender showed
     * @param hash {@code sha256:} of the file
     * @param place where it is going to lie
     */
    void arriving(String certificate, String hash, Path place);

    /**
     * Is told that a letter isn't taken.
     *
     * @param certificate SHA-256 of what the sender showed
     * @param why what must hold, and what was found
     */
    default void refusing(String certificate, String why) {}
  }

  private LetterLine(PartnerLine line, Path folder, Receipt receipt) {
    this.line = line;
    this.folder = folder;
    this.receipt = receipt;
  }

  /**
   * Begins to take letters.
   *
   * @param tls takes partners' certificates alone
   * @param port to listen on; 0 for any that is free
   * @param folder where letters lie, its owner's alone
   */
  public static LetterLine start(
      SSLContext tls, String host, int port, Path folder, Receipt receipt) throws IOException {
    OwnerOnly.folder(folder);
    PartnerLine line = new PartnerLine(tls, host, port, TRANSFER);
    try {
      // Whoever has the port already is taking letters: their parts are theirs.
      forgetParts(folder);
    } catch (IOException e) {
      line.close();
      throw e;
    }
    LetterLine letters = new LetterLine(line, folder, receipt);
    line.begin(letters::serve);
    return letters;
  }

  /** Deletes what a run that was killed had not taken whole. */
  private static void forgetParts(Path folder) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "letter-*.part")) {
      for (Path part : left) {
        Files.delete(part);
      }
    }
  }

  public int port() {
    return line.port();
  }

  private void serve(SSLSocket partner, String certificate) throws IOException {
    LineFrame.line(partner.getOutputStream(), take(partner.getInputStream(), certificate));
  }

  private String take(InputStream in, String certificate) throws IOException {
    long length = LineFrame.head(in);
    String sender = "-" + certificate.substring(0, DIGITS) + ".p7m";
    if (!hasRoom(certificate, sender, length)) {
      in.skipNBytes(length); // what isn't read breaks the line before the sender hears why
      return REFUSED;
    }
    Path part = Files.createTempFile(folder, "letter-", ".part");
    try {
      String hash = LineFrame.copy(in, length, part);
      Path place = folder.resolve(hash.substring(hash.indexOf(':') + 1) + sender);
      if (!mayArrive(certificate, hash, place)) {
        return REFUSED;
      }
      Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      OnDisk.folder(folder); // or a loss of power could take what we say is kept
      return "kept " + hash;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private boolean hasRoom(String certificate, String sender, long length) throws IOException {
    long free = Files.getFileStore(folder).getUsableSpace();
    String why = "";
    if (waiting("") >= MOST_WAITING || waiting(sender) >= MOST_OF_PARTNER) {
      why =
          "at most %d letters, %d of one partner, must wait, but so many do; open some"
              .formatted(MOST_WAITING, MOST_OF_PARTNER);
    } else if (free / ROOM < length) {
      why =
          "%d bytes must be free for a letter of %d, but %d are"
              .formatted(ROOM * length, length, free);
    }
    if (!why.isEmpty()) {
      receipt.refusing(certificate, why);
    }
    return why.isEmpty();
  }

  private boolean mayArrive(String certificate, String hash, Path place) {
    try {
      receipt.arriving(certificate, hash, place);
      return true;
    } catch (RuntimeException e) {
      return false; // whoever is told says so here; the sender hears it in one word
    }
  }

  private long waiting(String end) throws IOException {
    try (Stream<Path> there = Files.list(folder)) {
      return there.filter(one -> one.toString().endsWith(end)).count();
    }
  }

  @Override
  public void close() throws IOException {
    line.close();
  }
}
