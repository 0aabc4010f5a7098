package org.vigie.casework.custody;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A folder in which others write and delete while it is walked. */
final class MovingTree extends SimpleFileVisitor<Path> {
  private final List<Path> paths = new ArrayList<>();
  private final List<String> problems;

  private MovingTree(List<String> problems) {
    this.problems = problems;
  }

  /**
   * Returns all below a folder and itself, in order, without what vanishes meanwhile; nothing if
   * there is no such folder.
   *
   * @param problems to which is added what can't be read
   */
  static List<Path> below(Path folder, List<String> problems) throws IOException {
    MovingTree tree = new MovingTree(problems);
    Files.walkFileTree(folder, tree);
    tree.paths.sort(null);
    return tree.paths;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
    paths.add(path);
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
    paths.add(path);
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path path, IOException e) {
    if (!(e instanceof NoSuchFileException)) {
      problems.add("%s: %s".formatted(path.getFileName(), e.getMessage()));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path path, @Nullable IOException e) {
    return e == null ? FileVisitResult.CONTINUE : visitFileFailed(path, e);
  }
}
