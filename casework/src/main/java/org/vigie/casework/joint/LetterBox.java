package org.vigie.casework.joint;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.exchange.joint.Letter;
import org.vigie.files.failure.UserError;
import org.vigie.files.owner.FolderTree;
import org.vigie.files.owner.OwnerOnly;

/**
 * The folder {@code exchange/} of a workspace, its owner's alone: the pair of keys to which
 * partners encrypt, partners' certificates, and the letters that were opened here.
 */
public final class LetterBox {
  private static final String LETTERS = "letters";
  private static final String SET_ASIDE = "set-aside";
  private static final String UNFINISHED = "unfinished-";
  private static final Duration A_DAY = Duration.ofDays(1);

  /** How long a letter that can't be opened stays, for somebody to ask its sender about it. */
  static final Duration ASIDE = Duration.ofDays(30);

  private final Path folder;

  /**
   * @param workspace root of the workspace
   */
  public LetterBox(Path workspace) {
    this.folder = workspace.resolve("exchange");
  }

  /** Returns the file of the private key that opens letters. */
  public Path key() {
    return folder.resolve("reader.key");
  }

  /** Returns the file of the certificate to which partners encrypt. */
  public Path certificate() {
    return folder.resolve("reader.pem");
  }

  /** Returns the file of a private key, from 1 on, by which this console shows who it is. */
  Path lineKey(int number) {
    return folder.resolve(number == 1 ? "line.key" : "line-%d.key".formatted(number));
  }

  /** Returns the file of the certificate that goes with it. */
  Path lineCertificate(int number) {
    return folder.resolve(number == 1 ? "line.pem" : "line-%d.pem".formatted(number));
  }

  /** Returns the folder of letters that came from another console and weren't opened yet. */
  public Path arrived() {
    return folder.resolve("arrived").toAbsolutePath().normalize();
  }

  /** Returns whether a file lies there. */
  public boolean hasArrived(Path file) {
    return arrived().equals(file.toAbsolutePath().normalize().getParent());
  }

  /** Takes a file that can't be opened out of there, and returns where it is for {@link #ASIDE}. */
  Path setAside(Path file, Instant now) throws IOException {
    Path aside = OwnerOnly.folder(folder.resolve(SET_ASIDE)).resolve(file.getFileName());
    Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
    Files.setLastModifiedTime(aside, FileTime.from(now));
    return aside;
  }

  /** Deletes what was set aside long enough ago. */
  private void forgetAside(Instant now) throws IOException {
    Path aside = folder.resolve(SET_ASIDE);
    if (Files.isDirectory(aside)) {
      try (DirectoryStream<Path> left = Files.newDirectoryStream(aside)) {
        for (Path each : left) {
          if (Files.getLastModifiedTime(each).toInstant().isBefore(now.minus(ASIDE))) {
            Files.delete(each);
          }
        }
      }
    }
  }

  /** Returns the files of those letters, in order. */
  public List<Path> waiting() throws IOException {
    if (!Files.isDirectory(arrived())) {
      return List.of();
    }
    try (Stream<Path> there = Files.list(arrived())) {
      return there.filter(file -> file.toString().endsWith(".p7m")).sorted().toList();
    }
  }

  /**
   * Returns a partner's certificate.
   *
   * @param fingerprint of the partner's key
   */
  Path certificateOf(String fingerprint) {
    return folder.resolve("partners").resolve(fingerprint + ".pem");
  }

  /** Keeps a partner's certificate in the place of the one before. */
  void keepCertificate(String fingerprint, Path certificate) throws IOException {
    Path kept = OwnerOnly.file(certificateOf(fingerprint));
    Files.copy(certificate, kept, StandardCopyOption.REPLACE_EXISTING);
    OwnerOnly.tighten(kept);
  }

  /** Returns the folder of all letters that were opened. */
  public Path letters() {
    return folder.resolve(LETTERS);
  }

  /** Returns the folder of a letter that was opened. */
  public Path opened(String id) {
    return letters().resolve(id);
  }

  /** Returns the ids of all letters that are kept, in order. */
  public List<String> kept() throws IOException {
    if (!Files.isDirectory(letters())) {
      return List.of();
    }
    try (Stream<Path> kept = Files.list(letters())) {
      return kept.map(each -> each.getFileName().toString()).filter(Letter::isId).sorted().toList();
    }
  }

  /** Returns an empty folder for something in the making, which goes once it is done. */
  Path unfinished() throws IOException {
    return Files.createTempDirectory(OwnerOnly.folder(folder), UNFINISHED);
  }

  /** Deletes what a run that was killed left in the making a day ago, and what was set aside. */
  void forgetUnfinished(Instant now) throws IOException {
    forgetAside(now);
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, UNFINISHED + "*")) {
        for (Path each : left) {
          if (isOld(each, now)) {
            FolderTree.delete(each);
          }
        }
      }
    }
  }

  /** Keeps a letter that was opened elsewhere, in the place of what a killed run left of it. */
  void keep(String id, Path bag) throws IOException {
    OwnerOnly.folder(folder.resolve(LETTERS));
    forget(id);
    Files.move(bag, opened(id));
  }

  /**
   * Deletes letters that a run which was killed a day ago kept without writing them down.
   *
   * @param written ids of those that are written down
   * @return the ids of those that were deleted
   */
  List<String> forgetUnwritten(Set<String> written, Instant now) throws IOException {
    List<String> forgotten = new ArrayList<>();
    if (Files.isDirectory(folder.resolve(LETTERS))) {
      try (DirectoryStream<Path> kept = Files.newDirectoryStream(folder.resolve(LETTERS))) {
        for (Path each : kept) {
          String id = each.getFileName().toString();
          if (Letter.isId(id) && !written.contains(id) && isOld(each, now)) {
            FolderTree.delete(each);
            forgotten.add(id);
          }
        }
      }
    }
    return forgotten;
  }

  private static boolean isOld(Path left, Instant now) throws IOException {
    return Files.getLastModifiedTime(left).toInstant().isBefore(now.minus(A_DAY));
  }

  /**
   * Deletes a letter that was opened.
   *
   * @return whether there was one
   */
  public boolean forget(String id) throws IOException {
    boolean there = Files.exists(opened(id));
    FolderTree.delete(opened(id));
    return there;
  }

  void requireKeys() {
    if (!Files.isRegularFile(key()) || !Files.isRegularFile(certificate())) {
      throw UserError.ofInput(
          certificate()
              + " must hold the certificate to which partners encrypt, but there is none; type"
              + " ./vigie request key");
    }
  }
}
