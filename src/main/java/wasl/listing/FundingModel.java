package wasl.listing;

/** What an investor gets back. */
public enum FundingModel {
  /** Support; nothing comes back. */
  GRANT,
  /** Interest-free loan; the principal comes back in instalments. */
  QARD_HASAN,
  /** Musharaka: a share of declared profit; losses follow capital. */
  PROFIT_SHARE
}
