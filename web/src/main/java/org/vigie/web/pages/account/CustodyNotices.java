package org.vigie.web.pages.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.casework.custody.BackupTrial;
import org.vigie.casework.custody.CheckState;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.Words;

/** What admins are told of the workspace's files and backups until it is mended. */
public final class CustodyNotices {
  private final Path checked;
  private final Path tried;
  private final Clock clock;

  public CustodyNotices(Workspace workspace, Clock clock) {
    checked = CheckState.file(workspace);
    tried = BackupTrial.file(workspace);
    this.clock = clock;
  }

  /**
   * One thing to mend.
   *
   * @param phrase the name of its phrase
   * @param what how many or what went wrong, as the phrase has it
   * @param at when it was found, UTC
   */
  public record Notice(String phrase, String what, String at) {}

  List<Notice> all() {
    List<Notice> notices = new ArrayList<>();
    try {
      Optional<BackupTrial> trial = BackupTrial.read(tried);
      if (trial.isPresent() && (!trial.get().isGood() || trial.get().isLate(clock.instant()))) {
        notices.add(
            new Notice(
                trial.get().isGood() ? "accounts.trial-late" : "accounts.trial-failed",
                trial.get().result(),
                Words.minute(trial.get().ended())));
      }
      CheckState.read(checked)
          .filter(check -> !check.isWhole())
          .map(check ->
              new Notice(
                  "accounts.check-problems",
                  String.valueOf(check.count()),
                  Words.minute(check.ended())))
          .ifPresent(notices::add);
    } catch (IOException e) {
      throw new UncheckedIOException("what was found of files and backups must be readable", e);
    }
    return notices;
  }
}
