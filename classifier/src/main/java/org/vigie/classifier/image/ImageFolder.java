package org.vigie.classifier.image;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The folder in which images stand: beside the program, as the launcher names it. Where it may not
 * be written to, commands are the same but start slower.
 */
public final class ImageFolder {
  /** Java's property that names the folder; without it there are no images. */
  public static final String PROPERTY = "vigie.images";

  static final String PART = ".part";
  private static final String SUFFIX = ".image";

  /** So many images are kept: those of some models folders, before and after a change. */
  private static final int KEPT = 4;

  /** No process takes longer to write one. */
  private static final Duration LEFT_BEHIND = Duration.ofHours(1);

  private final Path folder;

  /** A folder that is there. */
  public ImageFolder(Path folder) {
    this.folder = folder;
  }

  /** Returns the folder of this process, if it has one. */
  public static Optional<ImageFolder> ofProcess() {
    String named = System.getProperty(PROPERTY, "");
    return named.isEmpty() ? Optional.empty() : Optional.of(new ImageFolder(Path.of(named)));
  }

  /**
   * Returns the options of Java for a process that is to have the same folder; none without one.
   */
  public static List<String> javaOptions() {
    return ofProcess().stream()
        .map(images -> "-D" + PROPERTY + "=" + images.folder.toAbsolutePath())
        .toList();
  }

  /**
   * Returns the image of a models folder, an empty one if there is none yet, or none if none may be
   * kept.
   *
   * @param manifest the bytes that stand for those of all files of the models folder
   */
  public ModelImage open(byte[] manifest) throws IOException {
    Optional<byte[]> mark = ImageMark.of(manifest);
    if (mark.isEmpty()) {
      return ModelImage.none();
    }
    ModelImage image = file(mark.get()).open();
    // Nothing is noted that can't be kept: that takes time and memory at each start.
    return image.parts().isEmpty() && !Files.isWritable(folder) ? ModelImage.none() : image;
  }

  /**
   * Returns whether there is an image of a models folder, which spares reading most of it.
   *
   * @param manifest the bytes that stand for those of all files of the models folder
   */
  public boolean has(byte[] manifest) throws IOException {
    return ImageMark.of(manifest).filter(mark -> file(mark).isThere()).isPresent();
  }

  /**
   * Keeps what was made for an image, if anything was; the oldest images leave.
   *
   * @param manifest that with which it was opened
   * @return whether nothing is left to be kept; false where the folder may not be written to
   */
  public boolean keep(ModelImage image, byte[] manifest) {
    if (!image.hasMore()) {
      return true;
    }
    try {
      file(ImageMark.of(manifest).orElseThrow()).keep(image);
      tidy(Instant.now());
      return true;
    } catch (IOException | DirectoryIteratorException | InternalError e) {
      return false; // a full disk, another's folder
    }
  }

  /** Returns the file of the images with a mark. */
  ImageFile file(byte[] mark) {
    return new ImageFile(
        folder.resolve("models-" + HexFormat.of().formatHex(mark, 0, 16) + SUFFIX), mark);
  }

  private void tidy(Instant now) throws IOException {
    List<Dated> files = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*{.image,.part}")) {
      for (Path file : all) {
        if (Files.exists(file)) { // another process may have moved it
          files.add(new Dated(file, Files.getLastModifiedTime(file).toInstant()));
        }
      }
    }
    files.sort(Comparator.comparing(Dated::written).reversed());
    int images = 0;
    for (Dated file : files) {
      boolean isImage = file.path().toString().endsWith(SUFFIX);
      if (isImage ? ++images > KEPT : file.written().isBefore(now.minus(LEFT_BEHIND))) {
        Files.deleteIfExists(file.path());
      }
    }
  }

  /** A file and when it was written. */
  private record Dated(Path path, Instant written) {}
}
