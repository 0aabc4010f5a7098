package org.vigie.files.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vigie.files.owner.FolderTree;

/**
 * The folder that a plug-in's process works in: its owner's alone, empty at first and gone behind
 * it.
 *
 * @param path where it lies
 */
record PluginFolder(Path path) {
  static PluginFolder make() throws IOException {
    return new PluginFolder(Files.createTempDirectory("vigie-plugin-")); // 0700 by itself
  }

  /**
   * Removes it; what a process that is being killed still writes stays for the system to remove.
   */
  void delete() {
    try {
      FolderTree.delete(path);
    } catch (IOException e) {
      path.toFile().deleteOnExit();
    }
  }
}
