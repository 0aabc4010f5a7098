package org.vigie.casework.custody;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.files.owner.OwnerOnly;

/**
 * Who may open what a workspace holds: its owner alone, but for a group that the settings name.
 *
 * @param root the workspace's folder
 * @param group name of a group whose members may, too; empty for none
 */
public record WorkspaceRights(Path root, String group) {
  private static final Set<PosixFilePermission> OTHERS =
      Set.of(
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.OTHERS_EXECUTE);

  /** Returns what others may open, the folder itself first. */
  public List<Path> looser() throws IOException {
    List<Path> looser = new ArrayList<>();
    if (!Files.isDirectory(root)) {
      return looser;
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes read)
              throws IOException {
            return look(folder);
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes read) throws IOException {
            return read.isSymbolicLink() ? FileVisitResult.CONTINUE : look(file);
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            return unlessGone(failure);
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
              throws IOException {
            return failure == null ? FileVisitResult.CONTINUE : unlessGone(failure);
          }

          private FileVisitResult look(Path path) throws IOException {
            try {
              if (isLooser(path)) {
                looser.add(path);
              }
              return FileVisitResult.CONTINUE;
            } catch (IOException e) {
              return unlessGone(e);
            }
          }

          /** What a run removes meanwhile is open to nobody. */
          private FileVisitResult unlessGone(IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw failure;
          }
        });
    return looser;
  }

  /** Closes all to others. */
  public void tighten() throws IOException {
    for (Path path : looser()) {
      try {
        OwnerOnly.tighten(path);
      } catch (NoSuchFileException e) {
        continue; // removed since
      }
    }
  }

  private boolean isLooser(Path path) throws IOException {
    if (!OwnerOnly.isLooser(path)) {
      return false;
    }
    PosixFileAttributes read =
        Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return group.isEmpty()
        || !read.group().getName().equals(group)
        || read.permissions().stream().anyMatch(OTHERS::contains);
  }
}
