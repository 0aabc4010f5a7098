package org.vigie.pipeline.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.file.PicturesBeside;
import org.vigie.capture.picture.PictureKind;

/** The pictures in a folder that was handed in, of which its other files name some. */
final class FolderPictures {
  /** What is looked at to tell a picture. */
  private static final int START = 4_096;

  /** More than any picture that is decoded has. */
  private static final long MAX_BYTES = 64L << 20;

  private final Path root;
  private final Set<Path> named = new HashSet<>();

  /**
   * @param root nothing outside it is looked at
   */
  FolderPictures(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /** Returns where the pictures lie that a file names. */
  PicturesBeside.Folder beside(Path file) {
    Path start = file.toAbsolutePath().normalize().resolveSibling("");
    return name -> find(start, name);
  }

  /** Returns whether a file is a picture that another file named. */
  boolean isNamed(Path file) {
    return named.contains(file.toAbsolutePath().normalize());
  }

  /** Lists all files below a folder; which pictures belong to adverts is known at the end. */
  static List<Path> picturesLast(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      // A link might lead to what nobody meant to hand in.
      files =
          walk.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
              .sorted()
              .toList();
    }
    return Stream.concat(
            files.stream().filter(file -> !isNamedPicture(file)),
            files.stream().filter(FolderPictures::isNamedPicture))
        .toList();
  }

  private static boolean isNamedPicture(Path file) {
    return PictureKind.isNamed(String.valueOf(file.getFileName()));
  }

  static boolean isPicture(Path file) throws IOException {
    if (!isNamedPicture(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return PictureKind.isPicture(in.readNBytes(START));
    }
  }

  /** Exports of chats name pictures from the root of the export, above the file. */
  private byte @Nullable [] find(Path start, String name) throws IOException {
    for (Path folder = start; folder != null && folder.startsWith(root); ) {
      byte[] found = in(folder, name);
      if (found != null) {
        return found;
      }
      folder = folder.getParent();
    }
    return null;
  }

  /** A link, or a name that leads out of the folder, would hand in what nobody meant to. */
  private byte @Nullable [] in(Path folder, String name) throws IOException {
    Path file;
    try {
      file = folder.resolve(name).normalize();
    } catch (InvalidPathException e) {
      return null;
    }
    if (!file.startsWith(root)
        || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        || !file.toRealPath().startsWith(root.toRealPath())
        || Files.size(file) > MAX_BYTES
        || !isPicture(file)) {
      return null;
    }
    named.add(file);
    return Files.readAllBytes(file);
  }
}
