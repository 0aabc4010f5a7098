package org.vigie.lab.verify;

import static org.vigie.lab.verify.ForbiddenUrls.ADDRESSES;
import static org.vigie.lab.verify.ForbiddenUrls.seeds;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vigie.world.hostile.HostileBehaviour;
import org.vigie.world.hostile.HostileBehaviours;
import org.vigie.world.hostile.HostileNet;
import org.vigie.world.hostile.Tripwire;

/** Names whose answers change to, or hold as well, a forbidden address. */
final class ForbiddenNames {
  private ForbiddenNames() {}

  /** A name is asked for again by nobody: what was checked is what every page comes from. */
  static void byChangingName(Path folder, Tally tally) throws Exception {
    List<HostileBehaviour> changing = new ArrayList<>();
    List<HostileBehaviour> mixed = new ArrayList<>();
    for (String address : ADDRESSES) {
      HostileBehaviour host =
          HostileBehaviours.ordinary("c" + changing.size(), 3).answeredBy("@;" + address);
      changing.add(host);
      mixed.add(host.named("m" + mixed.size()).answeredBy("@," + address));
    }
    List<HostileBehaviour> all = new ArrayList<>(changing);
    all.addAll(mixed);
    try (HostileNet net = HostileNet.open(all, null);
        Tripwire forbidden = ForbiddenTrial.tripwire(net)) {
      Map<String, Long> outcomes =
          ForbiddenTrial.crawl(
              folder, true, net.names(), seeds(all.stream().map(net::seed).toList()));
      ForbiddenTrial trial = new ForbiddenTrial("changing names", outcomes, tally);
      trial.requireOwnPages(4L * changing.size(), 0);
      trial.requireRefused(mixed.size());
      for (HostileBehaviour host : mixed) {
        int asked = net.requests(host).size();
        tally.require(asked == 0, "%s must not be asked, but was %d times", host.name(), asked);
      }
      trial.judge(all.size(), forbidden);
    }
  }
}
