package org.vigie.casework.custody;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.vigie.pipeline.workspace.Workspace;

/** An index that a saved state goes on from and that isn't there any more. */
public final class LostIndex {
  private LostIndex() {}

  /**
   * Returns whether a workspace lacks it. A run that has just begun, or was killed before it saved
   * anything, leaves a folder of states without any: nothing is lost then.
   */
  public static boolean isIn(Workspace workspace) throws IOException {
    return !holdsSomething(workspace.index())
        && MovingTree.below(workspace.state(), new ArrayList<>()).stream()
            .anyMatch(path -> path.endsWith("_metadata"));
  }

  private static boolean holdsSomething(Path index) throws IOException {
    if (!Files.isDirectory(index)) {
      return false;
    }
    try (Stream<Path> shards = Files.list(index)) {
      return shards.findAny().isPresent();
    }
  }
}
