package org.vigie.casework.custody;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.files.owner.OwnerOnly;

/**
 * The files of a copy that is being made. One that a former copy has byte for byte is linked from
 * there: both are read for it, so that what rotted in the former copy is copied anew.
 */
final class FileCopies {
  private final Path folder;
  private final @Nullable Path former;
  private final LeftOutKeys keys;
  private final Set<Path> linked = new HashSet<>();

  /**
   * @param folder of the copy
   * @param former real path of a former copy's folder; null for none
   * @param keys what isn't copied
   */
  FileCopies(Path folder, @Nullable Path former, LeftOutKeys keys) {
    this.folder = folder;
    this.former = former;
    this.keys = keys;
  }

  /** Returns how many files are links. */
  int same() {
    return linked.size();
  }

  /** Forgets the links of a folder of the copy that was deleted. */
  void forget(Path name) {
    linked.removeIf(link -> link.startsWith(name));
  }

  /**
   * Copies or links a file, unless it is left out.
   *
   * @param name path of it in the copy
   */
  void copy(Path from, Path name) throws IOException {
    Path to = folder.resolve(name);
    linked.remove(name);
    if (!keys.hold(from) && !isLinked(from, name)) {
      copyAlone(from, to);
    }
  }

  /** Copies a file that the copy is to change. */
  void copyUnlinked(Path from, Path name) throws IOException {
    linked.remove(name);
    copyAlone(from, folder.resolve(name));
  }

  /** Copies a file as its owner's alone. */
  static void copyAlone(Path from, Path to) throws IOException {
    Files.copy(from, OwnerOnly.file(to), StandardCopyOption.REPLACE_EXISTING);
    OwnerOnly.tighten(to);
  }

  /** Replaces a file of the copy by a link if the former copy has the same. */
  void shareIfSame(Path file) throws IOException {
    Path name = folder.relativize(file);
    Path aside = file.resolveSibling(file.getFileName() + ".part");
    Files.move(file, aside);
    if (isLinked(aside, name)) {
      Files.delete(aside);
    } else {
      Files.move(aside, file);
    }
  }

  private boolean isLinked(Path from, Path name) throws IOException {
    if (former == null) {
      return false;
    }
    Path before = former.resolve(name);
    Path to = folder.resolve(name);
    try {
      if (!Files.isRegularFile(before, LinkOption.NOFOLLOW_LINKS)
          || !before.toRealPath().equals(before)
          || Files.mismatch(from, before) >= 0) {
        return false;
      }
      OwnerOnly.folder(to.toAbsolutePath().resolveSibling(""));
      Files.deleteIfExists(to);
      Files.createLink(to, before);
    } catch (NoSuchFileException e) {
      throw e; // went meanwhile: whoever copies knows what that means
    } catch (UnsupportedOperationException | FileSystemException e) {
      return false; // a disk without hard links, or another one
    }
    OwnerOnly.tighten(to);
    linked.add(name);
    return true;
  }
}
