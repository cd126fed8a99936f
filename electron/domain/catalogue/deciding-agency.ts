/** The committee of this commune, whose identifier the office has; the police of the commune have one of their own ministry. */
export function isCommuneCommittee(agency: string): boolean {
  return /^(chủ tịch )?(UBND|ủy ban nhân dân) (cấp )?(xã|phường|đặc khu)/iu.test(agency);
}

export function isPolice(agency: string): boolean {
  return agency.startsWith('Công an');
}
