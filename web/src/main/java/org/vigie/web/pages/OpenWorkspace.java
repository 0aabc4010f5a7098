package org.vigie.web.pages;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.casework.AdminRequests;
import org.vigie.casework.AlertHandling;
import org.vigie.casework.Cases;
import org.vigie.casework.Enclosures;
import org.vigie.casework.ErasureRequests;
import org.vigie.casework.Judgements;
import org.vigie.casework.Marks;
import org.vigie.casework.PackageWishes;
import org.vigie.casework.Referrals;
import org.vigie.casework.Restrictions;
import org.vigie.casework.RetentionDecisions;
import org.vigie.casework.Rulings;
import org.vigie.casework.SavedSearches;
import org.vigie.casework.budget.DisclosureBudget;
import org.vigie.casework.guarded.SettingsInForce;
import org.vigie.casework.meaning.ModelWords;
import org.vigie.casework.people.Accounts;
import org.vigie.casework.people.ApiTokens;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.casework.people.Devices;
import org.vigie.casework.people.EnrolmentCodes;
import org.vigie.casework.people.ForeignAccounts;
import org.vigie.casework.people.Invitations;
import org.vigie.casework.people.RecoveryCodes;
import org.vigie.casework.people.SealedSecrets;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.Hidden;
import org.vigie.search.query.QueryLexicon;
import org.vigie.web.pages.part.LiveIndex;

/**
 * A workspace whose index and database of cases are open.
 *
 * @param workspace the workspace
 * @param database what people did
 * @param index the adverts, but for what is restricted
 * @param restrictions what is kept and shown to nobody
 * @param lexicon words of the models, for queries
 */
record OpenWorkspace(
    Workspace workspace,
    CaseDatabase database,
    LiveIndex index,
    Restrictions restrictions,
    QueryLexicon lexicon)
    implements AutoCloseable {
  /** Makes the tables of all that people do in the console. */
  static final List<String> SCHEMA =
      Stream.of(
              Accounts.SCHEMA,
              Invitations.SCHEMA,
              EnrolmentCodes.SCHEMA,
              ForeignAccounts.SCHEMA,
              Judgements.SCHEMA,
              Rulings.SCHEMA,
              AlertHandling.SCHEMA,
              Referrals.SCHEMA,
              Cases.SCHEMA,
              Enclosures.SCHEMA,
              SavedSearches.SCHEMA,
              Marks.SCHEMA,
              PackageWishes.SCHEMA,
              ErasureRequests.SCHEMA,
              RetentionDecisions.SCHEMA,
              Restrictions.SCHEMA,
              DisclosureBudget.SCHEMA,
              AdminRequests.SCHEMA,
              SettingsInForce.SCHEMA,
              Devices.SCHEMA,
              RecoveryCodes.SCHEMA,
              ApiTokens.SCHEMA)
          .flatMap(List::stream)
          .toList();

  static OpenWorkspace open(Workspace workspace, ConsoleDependencies given) {
    CaseDatabase database = CaseDatabase.open(workspace.database(), SCHEMA);
    SealedSecrets.requireKey(database, given.secrets().key());
    Restrictions restrictions = new Restrictions(database, given.clock());
    QueryLexicon lexicon = ModelWords.lexicon(given.models().folder());
    LiveIndex index =
        new LiveIndex(workspace.index(), given.clock(), () -> hidden(restrictions), lexicon);
    return new OpenWorkspace(workspace, database, index, restrictions, lexicon);
  }

  /** Returns what isn't shown now. */
  Hidden hidden() {
    return hidden(restrictions);
  }

  private static Hidden hidden(Restrictions restrictions) {
    return Restrictions.hidden(restrictions.inForce());
  }

  /** Returns a folder that stands beside the database. */
  Path beside(String folder) {
    return workspace.database().resolveSibling(folder);
  }

  @Override
  public void close() throws IOException {
    index.close();
    database.close();
  }
}
