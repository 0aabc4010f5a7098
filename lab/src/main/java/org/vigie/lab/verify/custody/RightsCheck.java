package org.vigie.lab.verify.custody;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.casework.ExportRequests;
import org.vigie.casework.config.DisclosureSettings;
import org.vigie.casework.custody.WorkspaceRights;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.files.owner.OwnerOnly;
import org.vigie.lab.verify.Check;
import org.vigie.lab.verify.Effort;
import org.vigie.lab.verify.Tally;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.AdvertIndex;

/**
 * What commands make, from a crawl to what is restored of a backup, is its owner's alone under the
 * loosest umask, also where the launcher, which sets a strict one, isn't in between.
 */
final class RightsCheck implements Check {
  private static final String LOOSEST = "umask 000";
  private static final String ADVERT =
      "{\"id\":\"1\",\"text\":\"Waiters wanted, the boss keeps each passport\"}\n";

  private static final String RECIPIENT = "Prosecutor";

  /** The demo crawls a web of its own, under another workspace. */
  private static final List<String> COMMANDS =
      List.of(
          "init --trial",
          "run --input adverts.jsonl --quiet",
          "seal --new-key keys/seal.key",
          "evidence key",
          "search passport",
          "export passport --out leads.jsonl",
          "evidence --granted 1 --to " + RECIPIENT + " --out package --without-time-stamps",
          "backup --to copy",
          "restore --from copy --to restored --audit-key vigie-workspace/audit/key.pem",
          "demo --adverts 100 --quiet --workspace crawled");

  private static final List<String> MADE =
      List.of("vigie-workspace", "keys", "leads.jsonl", "package", "copy", "restored", "crawled");

  @Override
  public String name() {
    return "rights";
  }

  @Override
  public String promise() {
    return "Workspaces, keys, crawls, exports, packages, backups and what is restored are 0600 in 0700 under"
        + " umask 000, without the launcher's own";
  }

  @Override
  public Tally run(Effort effort, Path folder, Watcher watcher) throws Exception {
    Tally tally = new Tally();
    CommandChild child = new CommandChild(folder);
    Files.writeString(folder.resolve("adverts.jsonl"), ADVERT);
    int done = 0;
    for (String command : COMMANDS) {
      watcher.at(done++, COMMANDS.size());
      if (command.startsWith("evidence --granted")) {
        grant(new Workspace(folder.resolve("vigie-workspace")));
      }
      child.require(LOOSEST, command.split(" ", -1));
    }
    tally.count("commands", COMMANDS.size());
    for (String made : MADE) {
      require(folder.resolve(made), tally);
    }
    return tally;
  }

  /** Lets a second person grant an export of all that there is. */
  private static void grant(Workspace workspace) throws IOException {
    try (AdvertIndex index = AdvertIndex.open(workspace.index());
        CaseDatabase database = CaseDatabase.open(workspace.database(), ExportRequests.SCHEMA)) {
      String asker = DisclosureSettings.defaults().accountOf(Environment.ofThisProcess().person());
      ExportRequests requests = new ExportRequests(database, Clock.systemUTC());
      requests.ask(asker, "passport", "jsonl", RECIPIENT, "putting promises to the test");
      requests.grant("eva", 1, "", index.advertIds("passport"));
    }
  }

  private static void require(Path made, Tally tally) throws IOException {
    List<Path> looser = looser(made);
    tally.require(Files.exists(made), "%s must be made, but wasn't", made.getFileName());
    try (Stream<Path> all = Files.walk(made)) {
      tally.count("files and folders", all.count());
    }
    tally.count("looser", looser.size());
    tally.require(looser.isEmpty(), "nothing may be open to others, but %s is", looser);
  }

  private static List<Path> looser(Path made) throws IOException {
    if (Files.isDirectory(made)) {
      return new WorkspaceRights(made, "").looser();
    }
    return OwnerOnly.isLooser(made) ? List.of(made) : List.of();
  }
}
