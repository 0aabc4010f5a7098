package org.vigie.lab.verify.exchange;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vigie.lab.verify.Check;
import org.vigie.lab.verify.Effort;
import org.vigie.lab.verify.Tally;

/** What partners get is what their own authorities take, whatever stands in adverts. */
final class AuthorityCheck implements Check {
  static final String NAME = "formats";

  /** Adverts of a run; a package for CASE has fewer, since its shapes take minutes. */
  private static final int PER_RUN = 10;

  private final Path data;
  private final List<Authority> authorities;

  /**
   * @param data the folder of public data, which need not be there
   */
  AuthorityCheck(Path data, List<Authority> authorities) {
    this.data = data;
    this.authorities = authorities;
  }

  /** Returns all authorities whose word there is. */
  static List<Authority> all(Path models) {
    return List.of(
        new StixAuthority(),
        new MispAuthority(),
        new TaxonomyAuthority(models),
        new GalaxyAuthority(models),
        new FtmAuthority(),
        new GoAmlAuthority(),
        new HtcdsAuthority(),
        new WaczAuthority(),
        new BagAuthority(),
        new PdfAuthority(),
        new CaseAuthority());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String promise() {
    return "Each format is valid to its own authority";
  }

  @Override
  public Tally run(Effort effort, Path folder, Watcher watcher) throws Exception {
    Tally tally = new Tally();
    int adverts = Math.clamp((long) effort.runs() * PER_RUN, PER_RUN, 2_000);
    tally.count("adverts", adverts);
    for (int i = 0; i < authorities.size(); i++) {
      watcher.at(i, authorities.size());
      Authority authority = authorities.get(i);
      Path schemas = data.resolve("schemas").resolve(authority.folder());
      if (authority.folder().isEmpty() || Files.isDirectory(schemas)) {
        InventedLeads leads = new InventedLeads(effort.seed(), adverts);
        Path work = Files.createDirectories(folder.resolve(authority.folder() + "-" + i));
        put(authority, authority.judge(schemas, leads, work), tally);
      } else {
        tally.count(
            "%s skipped, without schemas/%s".formatted(authority.name(), authority.folder()), 1);
      }
    }
    return tally;
  }

  private static void put(Authority authority, Authority.Judgement judgement, Tally tally) {
    String name = authority.name();
    tally.count(name, judgement.judged());
    tally.count("problems", judgement.problems().size());
    tally.count("wrong ones refused", judgement.refuses() ? 1 : 0);
    judgement.problems().forEach(problem -> tally.require(false, "%s: %s", name, problem));
    tally.require(judgement.judged() > 0, "%s must be judged, but there was nothing", name);
    tally.require(judgement.refuses(), "%s must refuse what is wrong, but doesn't", name);
  }
}
