package org.vigie.classifier.encoder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the tokenizers' native library is unpacked, and that it never asks a network: DJL would
 * count its users, and fetch libraries that its jars lack.
 */
final class NativeLibraries {
  private static final String CACHE = "ENGINE_CACHE_DIR";

  private NativeLibraries() {}

  /** Must be called before the first tokenizer is read. */
  static synchronized void keepOffline() throws IOException {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    if (System.getenv(CACHE) == null && System.getProperty(CACHE) == null) {
      // Else it lies in the home folder or, where that can't be written, where others may write.
      Path folder = Files.createTempDirectory("vigie-encoder");
      System.setProperty(CACHE, folder.toString());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
    }
  }

  private static void remove(Path folder) {
    try (var all = Files.walk(folder)) {
      all.sorted(java.util.Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException e) {
      // The system clears what is temporary.
    }
  }
}
