package org.vigie.web.pages;

import java.util.ArrayList;
import java.util.List;
import org.vigie.casework.AlertHandling;
import org.vigie.casework.Cases;
import org.vigie.casework.Enclosures;
import org.vigie.casework.JointLetters;
import org.vigie.casework.Judgements;
import org.vigie.casework.Marks;
import org.vigie.casework.Referrals;
import org.vigie.casework.Rulings;
import org.vigie.casework.SavedSearches;
import org.vigie.casework.budget.BudgetNotices;
import org.vigie.casework.submission.MalwareScan;
import org.vigie.training.labelling.LabelFile;
import org.vigie.web.Route;
import org.vigie.web.pages.alert.AlertHandlingPages;
import org.vigie.web.pages.alert.AlertPages;
import org.vigie.web.pages.alert.AlertStates;
import org.vigie.web.pages.alert.Escalations;
import org.vigie.web.pages.alert.OutcomeLabels;
import org.vigie.web.pages.api.ApiCasework;
import org.vigie.web.pages.casework.CasePages;
import org.vigie.web.pages.casework.JudgementPages;
import org.vigie.web.pages.casework.LetterRows;
import org.vigie.web.pages.casework.ReferralPages;
import org.vigie.web.pages.casework.RulingPages;
import org.vigie.web.pages.custody.ExportRows;
import org.vigie.web.pages.part.Disclosures;
import org.vigie.web.pages.part.Readers;
import org.vigie.web.pages.part.Subjects;

/** What the console's people make of adverts: judgements, rulings, referrals, cases and alerts. */
final class CaseSection {
  private final ConsoleDependencies given;
  private final OpenWorkspace open;
  private final ExportRows exports;
  private final Subjects subjects;
  private final Readers readers;
  private final Cases cases;
  private final Enclosures enclosures;
  private final MalwareScan scan;
  private final Judgements said;
  private final Rulings ruled;
  private final AlertHandling handling;
  private final AlertStates states;
  private final JudgementPages judgements;
  private final RulingPages rulings;
  private final ReferralPages referrals;

  CaseSection(
      OpenWorkspace open, ConsoleDependencies given, AccountSection people, ExportRows exports) {
    this.exports = exports;
    this.given = given;
    this.open = open;
    this.subjects = new Subjects(open.index());
    this.readers = new Readers(people.accounts());
    this.cases = new Cases(open.database(), given.clock());
    Enclosures.clear(open.beside("enclosures"));
    this.enclosures =
        new Enclosures(
            open.database(), open.beside("enclosures"), given.clock(), given.secrets().key());
    this.scan = new MalwareScan(given.rules().scanner());
    this.said = new Judgements(open.database(), given.clock());
    this.ruled = new Rulings(open.database(), given.clock());
    this.handling = new AlertHandling(open.database(), given.clock());
    this.states = new AlertStates(open.index(), handling);
    this.judgements = new JudgementPages(subjects, said, cases);
    this.rulings = new RulingPages(open.index(), ruled);
    this.referrals =
        new ReferralPages(
            subjects,
            new Referrals(open.database(), given.clock()),
            cases,
            handling,
            people.stepUp());
  }

  Subjects subjects() {
    return subjects;
  }

  Readers readers() {
    return readers;
  }

  Cases cases() {
    return cases;
  }

  /** Returns what people judged. */
  Judgements said() {
    return said;
  }

  /** Returns what people ruled. */
  Rulings ruled() {
    return ruled;
  }

  JudgementPages judgements() {
    return judgements;
  }

  RulingPages rulings() {
    return rulings;
  }

  /** Returns what programs read and write of this. */
  ApiCasework.Store store() {
    return new ApiCasework.Store(
        states,
        said,
        cases,
        enclosures,
        new SavedSearches(open.database(), given.clock()),
        new Marks(open.database(), given.clock()));
  }

  /**
   * @param disclosures counts full adverts
   */
  List<Route> routes(Disclosures disclosures) {
    List<Route> routes = new ArrayList<>(judgements.routes());
    routes.addAll(referrals.routes());
    routes.addAll(rulings.routes());
    routes.addAll(
        new AlertPages(
                open.index(),
                states,
                judgements,
                referrals,
                disclosures,
                readers,
                new Escalations(open.workspace().escalations(), given.clock()),
                given.clock())
            .routes());
    LabelFile labels = new LabelFile(open.workspace().labels());
    routes.addAll(
        new AlertHandlingPages(
                subjects,
                handling,
                states,
                new OutcomeLabels(open.index(), labels, given.clock()),
                readers,
                given.clock())
            .routes());
    BudgetNotices budgets = new BudgetNotices(open.database(), given.clock());
    LetterRows letters =
        new LetterRows(new JointLetters(open.workspace().database(), given.clock()), given.clock());
    routes.addAll(
        new CasePages(cases, enclosures, scan, referrals, exports, letters, readers, budgets)
            .routes());
    return routes;
  }
}
