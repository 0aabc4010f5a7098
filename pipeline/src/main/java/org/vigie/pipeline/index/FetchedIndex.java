package org.vigie.pipeline.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.vigie.files.owner.FolderTree;

/**
 * An index that was taken from a store, whole and verified, beside the one that it replaces.
 *
 * @param folder of its shards
 */
record FetchedIndex(Path folder) {
  private static final String COMMIT = "segments_";

  /** A place in the order of commits: the number at the end of its name, in base 36. */
  private static final int BASE = 36;

  /**
   * Puts it where an index may be that is read meanwhile.
   *
   * <p>A later state of the same history moves in file by file, its commits last: whoever opens the
   * index then finds the old state or the new one. Otherwise the folders are exchanged in two
   * moves, and between them, for a moment, there is no index.
   */
  void replace(Path index) throws IOException {
    Path old = index.resolveSibling(index.getFileName() + ".old");
    FolderTree.delete(old);
    if (!Files.exists(index)) {
      Files.move(folder, index, StandardCopyOption.ATOMIC_MOVE);
    } else if (goesOnFrom(index)) {
      moveInto(index);
      FolderTree.delete(folder);
    } else {
      Files.move(index, old, StandardCopyOption.ATOMIC_MOVE);
      Files.move(folder, index, StandardCopyOption.ATOMIC_MOVE);
      FolderTree.delete(old);
    }
  }

  /** Returns whether no file has another content there, and no commit there is newer. */
  private boolean goesOnFrom(Path index) throws IOException {
    Map<String, Path> own = files(folder);
    Map<String, Path> there = files(index);
    if (!shards(folder).equals(shards(index))) {
      return false;
    }
    for (Map.Entry<String, Path> file : there.entrySet()) {
      Path same = own.get(file.getKey());
      if (same != null && !hasSameContent(same, file.getValue())) {
        return false;
      }
    }
    for (String shard : shards(folder)) {
      if (newestCommit(own, shard) < newestCommit(there, shard)) {
        return false;
      }
    }
    return true;
  }

  private void moveInto(Path index) throws IOException {
    Map<String, Path> own = files(folder);
    Map<String, Path> before = files(index);
    List<String> commits = new ArrayList<>();
    for (String file : own.keySet()) {
      if (isCommit(file)) {
        commits.add(file);
      } else if (!before.containsKey(file)) {
        move(file, index);
      }
    }
    for (String commit : commits) {
      move(commit, index);
    }
    // Commits first: what they name must be there as long as they are.
    List<String> gone = new ArrayList<>();
    for (String file : before.keySet()) {
      if (!own.containsKey(file)) {
        gone.add(isCommit(file) ? 0 : gone.size(), file);
      }
    }
    for (String file : gone) {
      Files.delete(index.resolve(file));
    }
  }

  private void move(String file, Path index) throws IOException {
    Files.move(folder.resolve(file), index.resolve(file), StandardCopyOption.ATOMIC_MOVE);
  }

  private static long newestCommit(Map<String, Path> files, String shard) {
    return files.keySet().stream()
        .filter(file -> isCommit(file) && file.startsWith(shard + "/"))
        .mapToLong(file -> Long.parseLong(file.substring(file.lastIndexOf('_') + 1), BASE))
        .max()
        .orElse(0);
  }

  private static boolean isCommit(String file) {
    return file.contains("/" + COMMIT);
  }

  private static boolean hasSameContent(Path one, Path other) throws IOException {
    return Files.isSameFile(one, other) || Files.mismatch(one, other) < 0;
  }

  private static TreeSet<String> shards(Path index) throws IOException {
    TreeSet<String> shards = new TreeSet<>();
    try (Stream<Path> list = Files.list(index)) {
      list.forEach(shard -> shards.add(String.valueOf(shard.getFileName())));
    }
    return shards;
  }

  /** Returns shard/name → place of all files but locks, which are no part of an index. */
  private static Map<String, Path> files(Path index) throws IOException {
    Map<String, Path> files = new HashMap<>();
    try (Stream<Path> tree = Files.walk(index)) {
      tree.filter(Files::isRegularFile)
          .filter(file -> !file.endsWith("write.lock"))
          .forEach(file -> files.put(index.relativize(file).toString(), file));
    }
    return files;
  }
}
