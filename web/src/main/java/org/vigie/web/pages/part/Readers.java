package org.vigie.web.pages.part;

import java.util.List;
import org.vigie.casework.people.Account;
import org.vigie.casework.people.Accounts;
import org.vigie.web.Access;

/** The people who may see adverts. */
public final class Readers {
  private final Accounts accounts;

  public Readers(Accounts accounts) {
    this.accounts = accounts;
  }

  /** Returns the names of their accounts. */
  public List<String> names() {
    return accounts.all().stream()
        .filter(account -> account.enabled() && account.hasAny(Access.READERS))
        .map(Account::name)
        .toList();
  }
}
