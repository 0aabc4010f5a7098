package org.vigie.web.pages.account;

import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.people.Accounts;
import org.vigie.casework.people.RecoveryCodes;
import org.vigie.web.AccessFilter;

/** A recovery code in place of an authenticator's: used up and in the log, both or neither. */
public final class RecoveryUse {
  private final RecoveryCodes codes;
  private final AccessFilter.Traces traces;

  public RecoveryUse(RecoveryCodes codes, AccessFilter.Traces traces) {
    this.codes = codes;
    this.traces = traces;
  }

  /** Returns what a code stands for, once. */
  Accounts.Right of(String account, String typed) {
    return db -> codes.use(db, account, typed) && isLogged(account);
  }

  private boolean isLogged(String account) {
    traces.log(account, AuditEvent.of("recovery code used", ""));
    return true;
  }
}
