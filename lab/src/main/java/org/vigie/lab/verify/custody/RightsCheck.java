package org.vigie.lab.verify.custody;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.casework.custody.WorkspaceRights;
import org.vigie.lab.verify.Check;
import org.vigie.lab.verify.Effort;
import org.vigie.lab.verify.Tally;

/**
 * What a workspace, keys and backups are made of is their owner's alone under the loosest umask,
 * also where the launcher, which sets a strict one, isn't in between.
 */
final class RightsCheck implements Check {
  private static final String LOOSEST = "umask 000";
  private static final String ADVERT =
      "{\"id\":\"1\",\"text\":\"Waiters wanted, the boss keeps each passport\"}\n";

  @Override
  public String name() {
    return "rights";
  }

  @Override
  public String promise() {
    return "A workspace, keys and backups are 0600 in 0700 under umask 000, without the launcher's own";
  }

  @Override
  public Tally run(Effort effort, Path folder, Watcher watcher) throws Exception {
    Tally tally = new Tally();
    CommandChild child = new CommandChild(folder);
    List<String> commands =
        List.of(
            "init --trial",
            "run --input adverts.jsonl --quiet",
            "seal --new-key keys/seal.key",
            "evidence key",
            "search passport",
            "backup --to copy");
    Files.writeString(folder.resolve("adverts.jsonl"), ADVERT);
    for (int i = 0; i < commands.size(); i++) {
      watcher.at(i, commands.size());
      child.run(LOOSEST, commands.get(i).split(" ", -1));
    }
    for (String made : List.of("vigie-workspace", "copy", "keys")) {
      require(folder.resolve(made), tally);
    }
    return tally;
  }

  private static void require(Path made, Tally tally) throws IOException {
    List<Path> looser = new WorkspaceRights(made, "").looser();
    tally.require(Files.exists(made), "%s must be made, but wasn't", made.getFileName());
    try (Stream<Path> all = Files.walk(made)) {
      tally.count("files and folders", all.count());
    }
    tally.count("looser", looser.size());
    tally.require(looser.isEmpty(), "nothing may be open to others, but %s is", looser);
  }
}
