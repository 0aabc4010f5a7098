package org.vigie.crawler.politeness;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.files.digest.Sha256;

/** A folder with a file for each value. A file is replaced at once: a kill leaves old or new. */
record FolderKeyValueStore(Path folder) implements KeyValueStore {
  private static final String ENDING = ".json";

  @Override
  public byte @Nullable [] get(String key) throws IOException {
    try {
      return Files.readAllBytes(file(key));
    } catch (NoSuchFileException e) {
      return null; // nothing was kept
    }
  }

  @Override
  public List<byte[]> all() throws IOException {
    List<byte[]> all = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(f -> f.toString().endsWith(ENDING)).sorted().toList()) {
          all.add(Files.readAllBytes(file));
        }
      }
    }
    return all;
  }

  @Override
  public void put(String key, byte[] value) throws IOException {
    Path file = file(key);
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.createDirectories(folder);
    ByteBuffer bytes = ByteBuffer.wrap(value);
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(false);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void remove(String key) throws IOException {
    Files.deleteIfExists(file(key));
  }

  /** Names may hold what file names may not. */
  private Path file(String key) {
    return folder.resolve(HexFormat.of().formatHex(Sha256.digest(key), 0, 16) + ENDING);
  }
}
