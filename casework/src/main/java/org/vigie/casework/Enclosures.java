package org.vigie.casework;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.files.digest.Sha256;
import org.vigie.files.fault.Failpoint;
import org.vigie.files.owner.OwnerOnly;
import org.vigie.files.seal.SealingKey;

/**
 * The files in cases, each kept under the hash of its content; none is ever changed or removed, and
 * one that no longer has its hash is not given out.
 */
public final class Enclosures {
  /** Bytes of the largest file. */
  public static final int MOST_BYTES = 10 << 20;

  /** Files in a case. */
  public static final int MOST = 200;

  /** Makes the table, and what keeps it append-only. */
  public static final List<String> SCHEMA =
      AppendOnly.table(
          "enclosure",
          "id INTEGER PRIMARY KEY, at TEXT NOT NULL, account TEXT NOT NULL, case_id TEXT NOT NULL,"
              + " name TEXT NOT NULL, bytes INTEGER NOT NULL, sha256 TEXT NOT NULL");

  private static final int LONGEST_NAME = 200;
  private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

  private final CaseDatabase database;
  private final Path folder;
  private final Clock clock;
  private final Optional<SealingKey> key;

  /** Files that are kept as they are. */
  public Enclosures(CaseDatabase database, Path folder, Clock clock) {
    this(database, folder, clock, Optional.empty());
  }

  /**
   * @param folder where contents are kept
   * @param key which seals them, if one does
   */
  public Enclosures(CaseDatabase database, Path folder, Clock clock, Optional<SealingKey> key) {
    this.key = key;
    this.database = database;
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * Puts a file into a case.
   *
   * @param name what it was called; no path is made of it
   * @throws IllegalArgumentException if it is empty or too large, or the case holds as many as it
   *     may or is closed
   */
  public Enclosure add(CaseFile known, String account, String name, byte[] content)
      throws IOException {
    if (!known.isOpen()) {
      throw new IllegalArgumentException(
          "a case must be open for a file to be put into it, but %s is closed"
              .formatted(known.id()));
    }
    if (content.length == 0 || content.length > MOST_BYTES || in(known).size() >= MOST) {
      throw new IllegalArgumentException(
          "a file must have 1 to %d bytes, and a case at most %d files, but had %d bytes"
              .formatted(MOST_BYTES, MOST, content.length));
    }
    String hash = Sha256.hex(content);
    keep(hash, content);
    String called = name.substring(0, Math.min(name.length(), LONGEST_NAME));
    database.run(
        "INSERT INTO enclosure (at, account, case_id, name, bytes, sha256) VALUES (?, ?, ?, ?, ?, ?)",
        clock.instant().toString(),
        account,
        known.id(),
        called,
        content.length,
        hash);
    return in(known).getFirst();
  }

  /** Returns the files of a case, the newest first. */
  public List<Enclosure> in(CaseFile known) {
    return database.list(
        "SELECT * FROM enclosure WHERE case_id = ? ORDER BY id DESC",
        Enclosures::enclosure,
        known.id());
  }

  /** Finds a file of a case by its number. */
  public Optional<Enclosure> find(CaseFile known, String id) {
    return in(known).stream().filter(one -> String.valueOf(one.id()).equals(id)).findFirst();
  }

  /**
   * Returns the content of a file.
   *
   * @throws IOException if it is no longer what was put in
   */
  public byte[] content(Enclosure enclosure) throws IOException {
    byte[] content = read(folder.resolve(enclosure.sha256()), enclosure.sha256());
    if (!Sha256.hex(content).equals(enclosure.sha256())) {
      throw new IOException(
          "file %d of a case must have the hash that it was kept under, but hasn't"
              .formatted(enclosure.id()));
    }
    return content;
  }

  /** Seals what lies in a folder as it is, and returns how many files that were. */
  public static int seal(Path folder, SealingKey key) throws IOException {
    int sealed = 0;
    for (Path file : plainIn(folder)) {
      String hash = String.valueOf(file.getFileName());
      replace(file, key.seal(Files.readAllBytes(file), place(hash)));
      sealed++;
    }
    return sealed;
  }

  /**
   * Seals anew, with the newest key, what a former one sealed.
   *
   * @return how many files that were
   */
  public static int reseal(Path folder, SealingKey key) throws IOException {
    int sealed = 0;
    for (Path file : in(folder)) {
      String hash = String.valueOf(file.getFileName());
      byte[] kept = Files.readAllBytes(file);
      if (!Sha256.hex(kept).equals(hash) && key.isOfAnother(kept)) {
        replace(file, key.seal(key.open(kept, place(hash)), place(hash)));
        Failpoint.reach("file-resealed");
        sealed++;
      }
    }
    return sealed;
  }

  /** Returns the files in a folder that lie there as they are. */
  public static List<Path> plainIn(Path folder) throws IOException {
    List<Path> plain = new ArrayList<>();
    for (Path file : in(folder)) {
      if (Sha256.hex(Files.readAllBytes(file)).equals(String.valueOf(file.getFileName()))) {
        plain.add(file);
      }
    }
    return plain;
  }

  private static List<Path> in(Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
        for (Path file : files) {
          if (NAME.matcher(String.valueOf(file.getFileName())).matches()) {
            found.add(file);
          }
        }
      }
    }
    return found;
  }

  /** What is kept plain has its name as hash, whatever it begins with. */
  private byte[] read(Path file, String hash) throws IOException {
    byte[] kept = Files.readAllBytes(file);
    if (Sha256.hex(kept).equals(hash) || !SealingKey.isSealed(kept)) {
      return kept;
    }
    return key.orElseThrow(
            () -> new IOException("a sealed file needs the key of files.key, but none is named"))
        .open(kept, place(hash));
  }

  private static String place(String hash) {
    return "enclosure " + hash;
  }

  /** On the disk under its name as a whole or not at all. */
  private void keep(String hash, byte[] content) throws IOException {
    Path file = folder.resolve(hash);
    if (Files.exists(file) && isWhole(file, hash)) {
      return;
    }
    OwnerOnly.folder(folder);
    replace(file, key.map(seal -> seal.seal(content, place(hash))).orElse(content));
  }

  private boolean isWhole(Path file, String hash) {
    try {
      return Sha256.hex(read(file, hash)).equals(hash);
    } catch (IOException e) {
      return false;
    }
  }

  private static void replace(Path file, byte[] content) throws IOException {
    Path part = Files.createTempFile(file.toAbsolutePath().getParent(), "part-", "");
    try {
      Files.write(part, content);
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static Enclosure enclosure(ResultSet row) throws SQLException {
    return new Enclosure(
        row.getLong("id"),
        Instant.parse(row.getString("at")),
        row.getString("account"),
        row.getString("name"),
        row.getLong("bytes"),
        row.getString("sha256"));
  }

  /** Removes what a kill left of files: nobody would find it again to seal or erase it. */
  public static void clear(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, "part-*")) {
      for (Path part : parts) {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " must be writable, but isn't", e);
    }
  }
}
