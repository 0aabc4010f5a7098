package org.vigie.casework.custody;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.capture.warc.WarcEntry;
import org.vigie.capture.warc.WarcReader;
import org.vigie.casework.config.Settings;
import org.vigie.casework.mandate.AuditReport;
import org.vigie.casework.mandate.AuditSeal;
import org.vigie.casework.mandate.AuditTrail;
import org.vigie.casework.mandate.MandateDesk;
import org.vigie.casework.models.ApprovedModels;
import org.vigie.casework.people.TableSums;
import org.vigie.crawler.Crawl;
import org.vigie.crawler.frontier.FrontierReport;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.IndexCheck;

/** The look over all that a workspace holds: whether it is as it was written. */
public final class WorkspaceCheck {
  private final Workspace workspace;
  private final Settings settings;

  public WorkspaceCheck(Workspace workspace, Settings settings) {
    this.workspace = workspace;
    this.settings = settings;
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
  public List<Found> check(Instant now) throws IOException {
    return List.of(audit(now), database(), index(), captures(), frontier(), state(), models());
  }

  private Found audit(Instant now) throws IOException {
    AuditSeal seal = AuditSeal.of(workspace, settings.audit());
    AuditReport report =
        new AuditTrail(MandateDesk.log(workspace), seal.heads(), seal.publicKey(), seal.witnesses())
            .verify(now);
    return found(
        "audit",
        report.problems(),
        List.of(),
        "keep the folder as it is and ask who could write to it; ./vigie audit verify says more");
  }

  private Found database() {
    List<String> problems = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    if (Files.exists(workspace.database())) {
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
    return found("database", problems, notes, restore("console/desk.sqlite"));
  }

  private static void addNote(List<String> notes, long without, String what) {
    if (without > 0) {
      notes.add("%d %s have no checksum of their own yet".formatted(without, what));
    }
  }

  private Found index() {
    List<String> problems = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    if (Files.isDirectory(workspace.index())) {
      try {
        IndexCheck.Found looked = IndexCheck.look(workspace.index());
        problems.addAll(looked.problems());
        addNote(notes, looked.unsummed(), "records");
      } catch (IOException | RuntimeException e) {
        problems.add("it can't be read, or is being written: " + e.getClass().getSimpleName());
      }
    }
    return found("index", problems, notes, restore("index and state"));
  }

  /** Each record has a checksum, that of its gzip member, and each page a digest. */
  private Found captures() throws IOException {
    List<String> problems = new ArrayList<>();
    for (Path file : archives()) {
      try (WarcReader reader = WarcReader.open(file)) {
        WarcEntry entry;
        while ((entry = reader.next()) != null) {
          if (entry instanceof WarcEntry.Unreadable bad) {
            problems.add("%s at %d: %s".formatted(file.getFileName(), bad.position(), bad.kind()));
          }
        }
      }
    }
    return found("captures", problems, List.of(), restore("captures"));
  }

  private List<Path> archives() throws IOException {
    if (!Files.isDirectory(workspace.captures())) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(workspace.captures())) {
      return walk.filter(file -> file.toString().endsWith(".warc.gz")).sorted().toList();
    }
  }

  private Found frontier() {
    List<String> problems = new ArrayList<>();
    Path frontier = Crawl.frontierOf(workspace.captures());
    if (FrontierReport.isThere(frontier)) {
      try {
        FrontierReport.requireWhole(frontier);
      } catch (IOException e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    return found("frontier", problems, List.of(), restore("captures"));
  }

  /** Without its metadata a checkpoint is nothing that a run can go on from. */
  private Found state() throws IOException {
    List<String> problems = new ArrayList<>();
    if (Files.isDirectory(workspace.state())) {
      try (Stream<Path> walk = Files.walk(workspace.state())) {
        walk.filter(path -> String.valueOf(path.getFileName()).startsWith("chk-"))
            .filter(Files::isDirectory)
            .filter(path -> isEmpty(path.resolve("_metadata")))
            .forEach(path -> problems.add(path.getFileName() + " has no _metadata"));
      }
    }
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

  private static boolean isEmpty(Path file) {
    try {
      return !Files.exists(file) || Files.size(file) == 0;
    } catch (IOException e) {
      return true;
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
