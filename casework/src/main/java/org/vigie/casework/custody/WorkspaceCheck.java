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
import org.vigie.casework.config.Settings;
import org.vigie.casework.mandate.AuditReport;
import org.vigie.casework.mandate.AuditSeal;
import org.vigie.casework.mandate.AuditTrail;
import org.vigie.casework.mandate.MandateDesk;
import org.vigie.casework.models.ApprovedModels;
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
   * @param mend what to do about it; empty if nothing is wrong
   */
  public record Found(String part, List<String> problems, String mend) {
    public Found {
      problems = List.copyOf(problems);
    }

    public boolean isWhole() {
      return problems.isEmpty();
    }
  }

  /** Returns what was found of each part. */
  public List<Found> check(Instant now) throws IOException {
    return List.of(audit(now), database(), index(), state(), models());
  }

  private Found audit(Instant now) throws IOException {
    AuditSeal seal = AuditSeal.of(workspace, settings.audit());
    AuditReport report =
        new AuditTrail(MandateDesk.log(workspace), seal.heads(), seal.publicKey(), seal.witnesses())
            .verify(now);
    return found(
        "audit",
        report.problems(),
        "keep the folder as it is and ask who could write to it; ./vigie audit verify says more");
  }

  private Found database() {
    List<String> problems = new ArrayList<>();
    if (Files.exists(workspace.database())) {
      try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + workspace.database());
          Statement statement = db.createStatement();
          ResultSet rows = statement.executeQuery("PRAGMA integrity_check")) {
        while (rows.next()) {
          if (!rows.getString(1).equals("ok")) {
            problems.add(rows.getString(1));
          }
        }
      } catch (SQLException e) {
        problems.add("it can't be read as a database: " + e.getMessage());
      }
    }
    return found("database", problems, restore("console/desk.sqlite"));
  }

  private Found index() {
    List<String> problems = new ArrayList<>();
    if (Files.isDirectory(workspace.index())) {
      try {
        problems.addAll(IndexCheck.problems(workspace.index()));
      } catch (IOException | RuntimeException e) {
        problems.add("it can't be read, or is being written: " + e.getClass().getSimpleName());
      }
    }
    return found("index", problems, restore("index and state"));
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
    return found("state", problems, restore("index and state"));
  }

  private Found models() {
    Path models = settings.run().models();
    try {
      ApprovedModels.of(workspace, settings).require(models);
      return found("models", List.of(), "");
    } catch (IOException | UserError e) {
      return found(
          "models",
          List.of(String.valueOf(e.getMessage())),
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

  private static Found found(String part, List<String> problems, String mend) {
    return new Found(part, problems, problems.isEmpty() ? "" : mend);
  }
}
