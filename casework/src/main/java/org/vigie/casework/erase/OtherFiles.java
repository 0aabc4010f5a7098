package org.vigie.casework.erase;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.casework.joint.LetterBox;
import org.vigie.crawler.Crawl;
import org.vigie.pipeline.intake.Inbox;
import org.vigie.pipeline.intake.InputManifest;
import org.vigie.pipeline.workspace.Workspace;

/**
 * The files that people and commands left in a workspace beside what it keeps itself: exports,
 * files of adverts, what was told of alerts, labels, logs.
 *
 * <p>Of a file of lines, those that name an erased advert or its address are taken out. A table
 * that names one is deleted: {@code ./vigie export} makes it again. Any other is told of and left
 * alone. Letters of partners are signed, so that no part of one can be taken out: see {@link
 * LetterErasure}.
 */
final class OtherFiles {
  private static final Set<String> OF_LINES = Set.of("jsonl", "ndjson", "log", "ledger", "txt");
  private static final Set<String> TABLES = Set.of("csv", "xlsx");

  /** Said of a file that is broken, too big or too deep. */
  static final String UNREAD = " (can't be searched whole)";

  /** Texts shrink to no less than a fiftieth. */
  private static final long MOST_GROWTH = 50;

  private final Workspace workspace;
  private final FileNeedles wanted;
  private final Set<Path> passedOver;
  private final List<String> left = new ArrayList<>();

  private OtherFiles(Workspace workspace, Collection<String> wanted, Set<Path> passedOver) {
    this.workspace = workspace;
    this.wanted = new FileNeedles(wanted, List.of());
    this.passedOver = passedOver;
  }

  /**
   * Erases what names one of some ids or addresses.
   *
   * @param inputs the accepted inputs, which were rewritten before
   * @return files that name one, or may, and stay, from the workspace on
   */
  static List<String> erase(Workspace workspace, Collection<String> wanted, Inbox inputs)
      throws IOException {
    Set<Path> own =
        Set.of(
            workspace.index(),
            workspace.state(),
            workspace.captures(),
            workspace.audit(),
            workspace.mandates(),
            workspace.models(),
            workspace.inbox(),
            workspace.erasure(),
            workspace.erased(),
            workspace.retention());
    Set<Path> passedOver = new HashSet<>(own);
    passedOver.add(new LetterBox(workspace.root()).letters());
    for (InputManifest input : inputs.accepted()) {
      passedOver.add(Path.of(input.path()));
    }
    OtherFiles others = new OtherFiles(workspace, wanted, passedOver);
    others.walk();
    return List.copyOf(others.left);
  }

  private void walk() throws IOException {
    Path frontier = Crawl.frontierOf(workspace.captures());
    Files.walkFileTree(
        workspace.root(),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes unused) {
            return passedOver.contains(folder) || folder.equals(frontier)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes facts)
              throws IOException {
            if (facts.isRegularFile() && !passedOver.contains(file) && !isDesk(file)) {
              look(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private boolean isDesk(Path file) {
    return String.valueOf(file.getFileName())
        .startsWith(String.valueOf(workspace.database().getFileName()));
  }

  private void look(Path file) throws IOException {
    if (!search(file).areIn(file, this::leaveUnread)) {
      return;
    }
    String kind = kind(file);
    if (OF_LINES.contains(kind)) {
      withoutLines(file);
    } else if (TABLES.contains(kind)) {
      Files.delete(file);
    } else {
      left.add(workspace.root().relativize(file).toString());
    }
  }

  /** What a unit packs itself may be large; little that unpacks to much is no file of its own. */
  private NestedNeedles search(Path file) throws IOException {
    return new NestedNeedles(
        wanted, Math.max(NestedNeedles.MOST_UNPACKED, MOST_GROWTH * Files.size(file)));
  }

  private void leaveUnread(Path file) {
    left.add(workspace.root().relativize(file) + UNREAD);
  }

  private static String kind(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private void withoutLines(Path file) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (Stream<String> lines = Files.lines(file, ISO_8859_1);
        BufferedWriter out = Files.newBufferedWriter(part, ISO_8859_1)) {
      for (String line : (Iterable<String>) lines.filter(one -> !wanted.areIn(one))::iterator) {
        out.write(line);
        out.write('\n');
      }
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
