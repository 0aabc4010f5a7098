package org.vigie.web.pages;

import java.util.ArrayList;
import java.util.List;
import org.vigie.casework.Cases;
import org.vigie.casework.ErasureRequests;
import org.vigie.casework.PackageWishes;
import org.vigie.casework.RetentionDecisions;
import org.vigie.casework.evidence.PackageMaker;
import org.vigie.casework.people.RateLimit;
import org.vigie.web.Route;
import org.vigie.web.pages.custody.AuditPages;
import org.vigie.web.pages.custody.ErasurePages;
import org.vigie.web.pages.custody.ExportPages;
import org.vigie.web.pages.custody.ExportRows;
import org.vigie.web.pages.custody.ExportSource;
import org.vigie.web.pages.custody.PackagePages;
import org.vigie.web.pages.custody.PackageSource;
import org.vigie.web.pages.custody.RestrictionPages;
import org.vigie.web.pages.custody.RetentionPages;

/** The console's care of what it holds: what leaves, is kept, hidden or erased, and the log. */
final class CustodySection {
  private final ConsoleDependencies given;
  private final OpenWorkspace open;
  private final AccountSection people;
  private final ExportPages exports;
  private final ExportRows rows;
  private final PackagePages packages;
  private final RetentionPages retention;

  CustodySection(OpenWorkspace open, ConsoleDependencies given, AccountSection people) {
    this.given = given;
    this.open = open;
    this.people = people;
    ExportSource source =
        new ExportSource(
            open.workspace().index(),
            open::hidden,
            open.lexicon(),
            open.beside("leaving"),
            given.limits().searchTimeout());
    source.clear();
    Cases cases = new Cases(open.database(), given.clock());
    PackageWishes wishes = new PackageWishes(open.database(), given.clock());
    PackageMaker maker =
        new PackageMaker(
            open.workspace(),
            given.rules().evidence(),
            given.models().folder(),
            given.models().translations(),
            given.clock());
    this.packages = new PackagePages(cases, wishes, maker, source, given.clock());
    this.rows = new ExportRows(people.exports(), wishes, given.clock());
    this.exports =
        new ExportPages(
            people.exports(),
            rows,
            source,
            new PackageSource(
                source, maker, wishes, cases, given.rules().mandate(), given.log().traces()),
            people.stepUp(),
            new RateLimit(Console.EXPORTS_A_MINUTE, given.clock()),
            people.lapses(),
            given.clock());
    this.retention =
        new RetentionPages(
            open.workspace(),
            given.rules().retention(),
            new RetentionDecisions(open.database(), given.clock()),
            open.index(),
            people.stepUp());
  }

  ExportPages exports() {
    return exports;
  }

  /** Returns what lists requests for packages. */
  ExportRows rows() {
    return rows;
  }

  RetentionPages retention() {
    return retention;
  }

  List<Route> routes() {
    List<Route> routes =
        new ArrayList<>(new AuditPages(given.log().trail(), given.log().seal()).routes());
    routes.addAll(exports.routes());
    routes.addAll(packages.routes());
    ErasureRequests erasures = new ErasureRequests(open.database(), given.clock());
    routes.addAll(new ErasurePages(erasures, open.index(), people.stepUp()).routes());
    routes.addAll(retention.routes());
    routes.addAll(
        new RestrictionPages(open.restrictions(), open.index(), people.stepUp()).routes());
    return routes;
  }
}
