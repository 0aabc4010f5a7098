package org.vigie.casework.custody;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vigie.capture.warc.WarcEntry;
import org.vigie.capture.warc.WarcReader;
import org.vigie.casework.config.Settings;
import org.vigie.casework.mandate.AuditReport;
import org.vigie.casework.mandate.AuditSeal;
import org.vigie.casework.mandate.AuditTrail;
import org.vigie.casework.mandate.DatabaseAge;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.casework.models.ApprovedModels;
import org.vigie.casework.people.TableSums;
import org.vigie.crawler.Crawl;
import org.vigie.crawler.frontier.FrontierReport;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.IndexCheck;
import org.vigie.text.finding.FindingWords;

/** The look over all that a workspace holds: whether it is as it was written. */
public final class WorkspaceCheck {
  private static final String AUDIT_MEND =
      "keep the folder as it is and ask who could write to it; ./vigie audit verify says more";

  private static final String DATABASE_MEND = restore("console/desk.sqlite");

  private final Workspace workspace;
  private final Settings settings;
  private final Instant settled;
  private final Throttle throttle;

  /** Looks at all of a workspace that nobody writes meanwhile, as fast as can be. */
  public WorkspaceCheck(Workspace workspace, Settings settings) {
    this(workspace, settings, Instant.MAX, Throttle.full());
  }

  /**
   * Looks over a workspace in which others work.
   *
   * @param settled captures, frontier and checkpoints that were changed since may be half written,
   *     and aren't looked at; {@link Instant#MAX} if nobody writes any
   */
  public WorkspaceCheck(
      Workspace workspace, Settings settings, Instant settled, Throttle throttle) {
    this.workspace = workspace;
    this.settings = settings;
    this.settled = settled;
    this.throttle = throttle;
  }

  /**
   * What was found of one part.
   *
   * @param part such as {@code audit}
   * @param problems what is wrong, one line each
   * @param notes what couldn't be looked at, one line each
   * @param mend what to do about it; empty if nothing is wrong
   */
  public record Found(String part, List<String> problems, List<String> notes, String mend) {
    public Found {
      problems = List.copyOf(problems);
      notes = List.copyOf(notes);
    }

    public boolean isWhole() {
      return problems.isEmpty();
    }
  }

  /** Returns what was found of each part. */
  public List<Found> check(Instant now) throws IOException, InterruptedException {
    List<Found> found = new ArrayList<>();
    found.add(part("audit", AUDIT_MEND, () -> audit(now)));
    throttle.rest();
    found.add(part("database", DATABASE_MEND, this::database));
    throttle.rest();
    found.add(part("index", restore("index and state"), this::index));
    found.add(part("captures", restore("captures"), this::captures));
    found.add(part("frontier", restore("captures"), this::frontier));
    throttle.rest();
    found.add(part("state", restore("index and state"), this::state));
    found.add(models());
    return List.copyOf(found);
  }

  /** A look at one part. */
  @FunctionalInterface
  private interface Look {
    Found look() throws IOException, InterruptedException;
  }

  /**
   * One part that can't be read is a problem of that part: the others are looked at all the same.
   */
  private static Found part(String part, String mend, Look look) throws InterruptedException {
    try {
      return look.look();
    } catch (IOException | UncheckedIOException e) {
      requireGoingOn();
      return found(part, List.of("it can't be read: " + e.getMessage()), List.of(), mend);
    }
  }

  /** What is interrupted closes its files, which is no fault of theirs. */
  private static void requireGoingOn() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private boolean isSettled(Path path) throws IOException {
    return settled.equals(Instant.MAX)
        || Files.getLastModifiedTime(path).toInstant().isBefore(settled);
  }

  private Found audit(Instant now) throws IOException {
    AuditSeal seal = AuditSeal.of(workspace, settings.custody().audit());
    AuditReport report =
        new AuditTrail(
                MandateCheck.log(workspace), seal.heads(), seal.publicKey(), seal.witnesses())
            .verify(now);
    return found("audit", report.problems(), report.notes(), AUDIT_MEND);
  }

  private Found database() throws IOException {
    List<String> problems = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    if (LostDatabase.isIn(workspace)) {
      problems.add("it is missing, though the audit log knows of one");
    }
    if (Files.exists(workspace.database())) {
      new DatabaseAge(workspace.database())
          .problem(MandateCheck.log(workspace), AuditSeal.of(workspace, settings.custody().audit()))
          .map(FindingWords.english()::say)
          .ifPresent(problems::add);
      try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + workspace.database());
          Statement statement = db.createStatement()) {
        try (ResultSet rows = statement.executeQuery("PRAGMA integrity_check")) {
          while (rows.next()) {
            if (!rows.getString(1).equals("ok")) {
              problems.add(rows.getString(1));
            }
          }
        }
        db.setAutoCommit(false); // sums and rows are to be of one moment
        TableSums sums = TableSums.in(db);
        sums.damaged(sums.kept())
            .forEach(table -> problems.add("table " + table + " isn't as it was written"));
        addNote(notes, sums.unkept().size(), "tables");
      } catch (SQLException e) {
        problems.add("it can't be read as a database: " + e.getMessage());
      }
    }
    return found("database", problems, notes, DATABASE_MEND);
  }

  private static void addNote(List<String> notes, long without, String what) {
    if (without > 0) {
      notes.add("%d %s have no checksum of their own yet".formatted(without, what));
    }
  }

  private Found index() throws IOException, InterruptedException {
    List<String> problems = new ArrayList<>();
    if (LostIndex.isIn(workspace)) {
      problems.add("it is missing, though state/ goes on from it");
    }
    List<String> notes = new ArrayList<>();
    if (Files.isDirectory(workspace.index())) {
      try {
        IndexCheck.Found looked =
            settled.equals(Instant.MAX)
                ? IndexCheck.look(workspace.index())
                : IndexCheck.beside(workspace.index(), throttle::rest);
        problems.addAll(looked.problems());
        addNote(notes, looked.unsummed(), "records");
      } catch (IOException | RuntimeException e) {
        requireGoingOn();
        problems.add("it can't be read, or is being written: " + e.getClass().getSimpleName());
      }
    }
    return found("index", problems, notes, restore("index and state"));
  }

  /** Each record has a checksum, that of its gzip member, and each page a digest. */
  private Found captures() throws IOException, InterruptedException {
    List<String> problems = new ArrayList<>();
    for (Path file : MovingTree.below(workspace.captures(), problems)) {
      if (file.toString().endsWith(".warc.gz")) {
        try {
          addDamage(file, problems);
        } catch (NoSuchFileException e) {
          continue; // erased meanwhile
        } catch (IOException e) {
          requireGoingOn();
          problems.add("%s: %s".formatted(file.getFileName(), e.getMessage()));
        }
        throttle.rest();
      }
    }
    return found("captures", problems, List.of(), restore("captures"));
  }

  private void addDamage(Path archive, List<String> problems) throws IOException {
    if (!isSettled(archive)) {
      return;
    }
    try (WarcReader reader = WarcReader.open(archive)) {
      WarcEntry entry;
      while ((entry = reader.next()) != null) {
        if (entry instanceof WarcEntry.Unreadable bad) {
          problems.add("%s at %d: %s".formatted(archive.getFileName(), bad.position(), bad.kind()));
        }
      }
    }
  }

  private Found frontier() throws IOException {
    List<String> problems = new ArrayList<>();
    Path frontier = Crawl.frontierOf(workspace.captures());
    if (FrontierReport.isThere(frontier) && isAllSettled(frontier, problems)) {
      try {
        FrontierReport.requireWhole(frontier);
      } catch (IOException e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    return found("frontier", problems, List.of(), restore("captures"));
  }

  private boolean isAllSettled(Path folder, List<String> problems) throws IOException {
    try {
      for (Path path : MovingTree.below(folder, problems)) {
        if (!isSettled(path)) {
          return false;
        }
      }
      return true;
    } catch (NoSuchFileException e) {
      return false; // somebody works there
    }
  }

  private Found state() throws IOException {
    List<String> problems = new StateCheck(workspace, this::isOld).problems();
    return found("state", problems, List.of(), restore("index and state"));
  }

  private Found models() {
    Path models = settings.run().models();
    try {
      ApprovedModels.of(workspace, settings).require(models);
      return found("models", List.of(), List.of(), "");
    } catch (IOException | UserError e) {
      return found(
          "models",
          List.of(String.valueOf(e.getMessage())),
          List.of(),
          "restore the folder of models, or approve what stands there: ./vigie models --help");
    }
  }

  /** A state that a newer one replaced meanwhile is none that lacks anything. */
  private boolean isOld(Path checkpoint) {
    try {
      return isSettled(checkpoint);
    } catch (IOException e) {
      return false;
    }
  }

  private static String restore(String what) {
    return "stop what runs, and take "
        + what
        + " of a backup: ./vigie restore --from BACKUP --to DIR";
  }

  private static Found found(String part, List<String> problems, List<String> notes, String mend) {
    return new Found(part, problems, notes, problems.isEmpty() ? "" : mend);
  }
}
