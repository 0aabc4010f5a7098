package org.vigie.web.pages.casework;

import java.util.List;
import org.vigie.casework.Cases;
import org.vigie.casework.budget.BudgetNotice;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;

/**
 * That a budget came to a share, as a case lead is told.
 *
 * @param at when
 * @param who whose budget
 * @param per {@code hour}, {@code day} or {@code case}
 * @param share percent; above 100, what was asked for and refused
 * @param by whose reading brought it there
 */
public record BudgetRow(String at, Holder who, String per, int share, Holder by) {
  /**
   * Whose a budget is.
   *
   * @param kind {@code account}, {@code case} or {@code token}
   */
  public record Holder(String kind, String name) {
    private static final String TOKEN = "token";

    private static Holder of(String who) {
      int space = who.indexOf(' ');
      return space < 0
          ? new Holder(TOKEN, who)
          : new Holder(who.substring(0, space), who.substring(space + 1));
    }
  }

  /** Returns whether what was asked for was more than the budget has. */
  public boolean isRefusal() {
    return share > 100;
  }

  /**
   * Returns those that a case lead is told: of all accounts, and of their own cases. The command
   * line counts by the mandate's case, which is no case of the console's.
   *
   * @param cases what the budgets of the lead's cases are kept by
   */
  static List<BudgetRow> of(List<BudgetNotice> notices, List<String> cases) {
    return notices.stream()
        .filter(notice -> !isOfAnotherCase(notice, cases))
        .map(BudgetRow::of)
        .toList();
  }

  private static boolean isOfAnotherCase(BudgetNotice notice, List<String> cases) {
    return notice.per() == BudgetNotice.Per.CASE
        && Cases.isId(Holder.of(notice.who()).name())
        && !cases.contains(notice.who());
  }

  private static BudgetRow of(BudgetNotice notice) {
    return new BudgetRow(
        Words.minute(notice.at()),
        Holder.of(SafeText.line(notice.who())),
        notice.per().label(),
        notice.share(),
        Holder.of(SafeText.line(notice.by())));
  }
}
